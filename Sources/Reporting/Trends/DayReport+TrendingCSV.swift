import ViewCounting

extension DayReport {
    /// `trending.csv`: what `accessrank trending --date DAY --as csv` prints of the day.
    var trendingCSV: [UInt8] { shownRises(TrendReport.usualRows).csv(byteOrderMark: csvBOM) }

    func shownRises(_ top: Int) -> ShownRises { ShownRises(rises, top: top, length: .hour, naming: naming) }
}
