// swift-tools-version: 6.2
import PackageDescription

/// Strict upcoming features, on for every Swift target: `any` is spelt out, members come only from imported modules,
/// and a dependency that leaks into a module's interface has to say `public import`.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "accessrank",
    products: [
        .executable(name: "accessrank", targets: ["accessrank"]),
        .executable(name: "loggen", targets: ["loggen"]),
    ],
    traits: [
        .trait(name: "ZlibOnly", description: "Inflate with zlib even where ISA-L is installed.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // C: module maps, one shim header for what Glibc hides from Swift, and one for what Swift cannot say of SIMD.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .target(name: "CGlibc"),
        .target(name: "CByteScan"),

        // The way of the data, left to right.
        .target(
            name: "LogReading",
            dependencies: ["CZlib", "CISAL", "CByteScan"],
            swiftSettings: strict + [.define("ZLIB_ONLY", .when(traits: ["ZlibOnly"]))]),
        .target(name: "ViewCounting", dependencies: ["LogReading", "CGlibc"], swiftSettings: strict),
        .target(name: "ArticleRanking", dependencies: ["ViewCounting", "CGlibc"], swiftSettings: strict),
        .target(
            name: "Catalogue", dependencies: ["ArticleRanking", "ViewCounting", "LogReading"], swiftSettings: strict),
        .target(
            name: "Reporting", dependencies: ["ArticleRanking", "ViewCounting", "LogReading", "CGlibc"],
            swiftSettings: strict),
        .target(name: "RobotLists", dependencies: ["ViewCounting", "LogReading"], swiftSettings: strict),
        .target(
            name: "SiteProfile", dependencies: ["RobotLists", "ViewCounting", "LogReading", "Yams"],
            swiftSettings: strict),
        .target(
            name: "ProfileGuessing", dependencies: ["ViewCounting", "LogReading", "Reporting"], swiftSettings: strict),
        .target(
            name: "History",
            dependencies: [
                "ArticleRanking", "ViewCounting", "LogReading", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "NightlyRun",
            dependencies: [
                "Catalogue", "LogReading", "ViewCounting", "History", "ArticleRanking", "Reporting", "SiteProfile",
                "ProfileGuessing",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "accessrank",
            dependencies: ["NightlyRun", "CGlibc", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        // Seeded logs with the true answer beside them. Imports nothing of the above, so that its truth is its own.
        .target(name: "LogSynthesis", dependencies: ["CZlib"], swiftSettings: strict),
        .executableTarget(
            name: "loggen",
            dependencies: ["LogSynthesis", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        // Measures the scores of trends: `Benchmarks/trends.sh`.
        .executableTarget(
            name: "trendbench", dependencies: ["ArticleRanking", "ViewCounting", "LogSynthesis"],
            path: "Benchmarks/trendbench", swiftSettings: strict),

        // Tests mirror Sources.
        .target(name: "TestSupport", dependencies: ["CZlib"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "LogReadingTests", dependencies: ["LogReading", "CZlib", "CByteScan", "TestSupport"],
            resources: [.copy("Tables")],
            swiftSettings: strict + [.define("ZLIB_ONLY", .when(traits: ["ZlibOnly"]))]),
        .testTarget(
            name: "ViewCountingTests", dependencies: ["ViewCounting", "LogReading", "TestSupport"],
            resources: [.copy("Tables")], swiftSettings: strict),
        .testTarget(
            name: "ArticleRankingTests", dependencies: ["ArticleRanking", "ViewCounting", "LogReading", "TestSupport"],
            resources: [.copy("Tables")], swiftSettings: strict),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["Catalogue", "ArticleRanking", "ViewCounting", "LogReading", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "ArticleRanking", "ViewCounting", "LogReading", "TestSupport"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "RobotListsTests", dependencies: ["RobotLists", "ViewCounting", "TestSupport"],
            resources: [.copy("Tables")], swiftSettings: strict),
        .testTarget(
            name: "SiteProfileTests", dependencies: ["SiteProfile", "ViewCounting", "LogReading", "TestSupport"],
            resources: [.copy("Tables")], swiftSettings: strict),
        .testTarget(
            name: "ProfileGuessingTests",
            dependencies: ["ProfileGuessing", "SiteProfile", "ViewCounting", "LogReading", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "HistoryTests",
            dependencies: [
                "History", "ArticleRanking", "ViewCounting", "LogReading", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Stores"], swiftSettings: strict),
        .testTarget(name: "LogSynthesisTests", dependencies: ["LogSynthesis", "CZlib"], swiftSettings: strict),
        .target(name: "ProgramTestSupport", path: "Tests/ProgramTestSupport", swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["LogSynthesis", "TestSupport", "ProgramTestSupport", "accessrank", "loggen"],
            exclude: ["Cases"], swiftSettings: strict),
        .testTarget(
            name: "FaultTests",
            dependencies: ["LogReading", "LogSynthesis", "TestSupport", "ProgramTestSupport", "accessrank"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
