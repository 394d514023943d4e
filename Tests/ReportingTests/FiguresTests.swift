import Testing

@testable import Reporting

@Suite("Figures")
struct FiguresTests {
    @Test(
        "Thousands are set apart",
        arguments: [(0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000")])
    func grouped(number: Int, text: String) {
        #expect(Figures.grouped(number) == text)
    }

    @Test(
        "A share has six decimals, half rounded up",
        arguments: [
            (1, 3, "0.333333"), (2, 3, "0.666667"), (1, 1, "1.000000"), (0, 5, "0.000000"), (0, 0, "0.000000"),
            (1, 2_000_000, "0.000001"), (1, 2_000_001, "0.000000"), (3, 2_000_000, "0.000002"), (1, 8, "0.125000"),
            (Int.max, Int.max, "1.000000"), (Int.max - 1, Int.max, "1.000000"), (58, 520, "0.111538"),
            (549_755_813_888, 1_099_511_627_776, "0.500000"), (1_099_511_627_776, 1_099_511_627_776, "1.000000"),
            (1_099_511_627_776, 1_099_511_627_777, "1.000000"), (1_099_511_627_776, 4_398_046_511_104, "0.250000"),
            (1_099_511_627_775, 3_298_534_883_328, "0.333333"),
        ] as [(Int, Int, String)])
    func share(part: Int, whole: Int, text: String) {
        #expect(Figures.share(part, of: whole) == text)
    }

    @Test(
        "A percentage has one decimal, half rounded up",
        arguments: [(1, 3, "33.3%"), (1, 1, "100.0%"), (1, 2000, "0.1%"), (1, 2001, "0.0%"), (0, 0, "0.0%")])
    func percentage(part: Int, whole: Int, text: String) {
        #expect(Figures.percentage(part, of: whole) == text)
    }

    @Test(
        "A number from 0 to 1 has as many decimals as are asked for, half rounded up; what rounding made of it stays within",
        arguments: [
            (0, 2, "0.00"), (1, 2, "1.00"), (0.125, 2, "0.13"), (0.8349, 2, "0.83"), (0.288_217_286, 6, "0.288217"),
            (0.999_999_9, 6, "1.000000"), (1.000_000_000_2, 6, "1.000000"), (-1e-17, 6, "0.000000"),
        ] as [(Double, Int, String)])
    func fraction(value: Double, places: Int, text: String) {
        #expect(Figures.fraction(value, places: places) == text)
    }

    @Test(
        "A place in a row is written as it is spoken",
        arguments: [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
            (21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th"), (1013, "1,013th"), (1002, "1,002nd"),
        ])
    func ordinal(number: Int, text: String) {
        #expect(Figures.ordinal(number) == text)
    }
}
