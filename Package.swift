// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of this package: every one is built with the same settings, in the Swift 6 language mode.
func target(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// Tests are built for release like the program they try, but not optimised themselves: that would take longer than it saves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: testSettings)
}

let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "peersupport",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "peersupport", targets: ["peersupport"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        target("Program"),
        target("PolicyPacks", ["Program", "Yams", crypto], resources: [.copy("Packs")]),
        target("Sealing", [crypto, cryptoExtras, deque]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        target("Store", ["Program", "CLibPQ", grdb, crypto, deque, logging]),
        target("Operations", ["Program", "PolicyPacks", "Sealing", "Store", "SwiftCSV", logging, lifecycle]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        target("Gateways", ["Program", "CLibCurl"]),
        target("HTML", resources: [.copy("Assets")]),
        .systemLibrary(name: "CLibQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        target(
            "Web",
            [
                "Program", "PolicyPacks", "Sealing", "Store", "Operations", "HTML", "CLibQREncode", hummingbird,
                hummingbirdCore,
                logging, lifecycle,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        .executableTarget(
            name: "peersupport",
            dependencies: [
                "Program", "PolicyPacks", "Sealing", "Store", "Operations", "Gateways", "Web", hummingbird, logging,
                lifecycle,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "TeamBuilding", dependencies: ["Program"], path: "Benchmarks/TeamBuilding", swiftSettings: settings),
        .executableTarget(
            name: "FiguresTrial", dependencies: ["Program", "PolicyPacks"], path: "Benchmarks/FiguresTrial",
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Store", "PolicyPacks", "Program", logging], path: "Tests/Support",
            swiftSettings: settings),
        tests("ProgramTests", ["Program", "PolicyPacks", "TestSupport"]),
        .target(
            name: "ReleasedPacks", path: "Tests/ReleasedPacks", resources: [.copy("Released")],
            swiftSettings: settings),
        tests("PolicyPacksTests", ["PolicyPacks", "Program", "ReleasedPacks"]),
        tests("SealingTests", ["Sealing", crypto]),
        tests("StoreTests", ["Store", "TestSupport", "Program"]),
        tests("OperationsTests", ["Operations", "Program", "PolicyPacks", "Sealing", "Store", "TestSupport", crypto]),
        tests("GatewaysTests", ["Gateways", "Program"]),
        tests("HTMLTests", ["HTML"]),
        .target(
            name: "WebSupport",
            dependencies: [
                "Web", "Operations", "Program", "PolicyPacks", "Sealing", "Store", "TestSupport", "CLibCurl",
                hummingbird,
                lifecycle,
                logging,
            ], path: "Tests/WebSupport", swiftSettings: settings),
        tests(
            "WebTests",
            [
                "Web", "WebSupport", "HTML", "Operations", "Program", "PolicyPacks", "Sealing", "Store", "TestSupport",
                "ReleasedPacks",
            ]),
        tests(
            "Clauses",
            ["Web", "WebSupport", "Operations", "Program", "PolicyPacks", "Sealing", "Store", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
