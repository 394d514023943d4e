/// The browsers and apps of the site's readers, the commonest first.
enum PeopleAgents {
    /// A brand of telephones whose name contains a robots' token: the profile's `people` names it.
    static let people = ["CUBOT"]

    static let all: [AgentName] = names.map(AgentName.init)

    private static let names =
        iPhones + chromeOnAndroid + chromeOnDesktops + edge + safariOnMac + firefox + samsung + apps + oddities

    private static let chromeVersions = Array((119...134).reversed())
    private static let firefoxVersions = Array((115...136).reversed())
    private static let systems = ["18_3", "18_2_1", "17_7", "18_1", "17_6_1", "17_5", "16_7", "17_4", "16_6", "15_8"]
    private static let models = ["K", "SM-G991B", "Pixel 8", "SM-A546B", "CUBOT NOTE 50", "Redmi Note 12", "moto g84"]

    private static let iPhones = systems.flatMap { system in
        ["iPhone; CPU iPhone OS", "iPad; CPU OS"].map { device in
            "Mozilla/5.0 (\(device) \(system) like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                + "Version/\(system.prefix(2)).\(system.dropFirst(3).prefix(1)) Mobile/15E148 Safari/604.1"
        }
    }
    private static let chromeOnAndroid = chromeVersions.prefix(9).flatMap { version in
        models.map { model in
            "Mozilla/5.0 (Linux; Android \(model == "K" ? 10 : 14); \(model)) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/\(version).0.0.0 Mobile Safari/537.36"
        }
    }
    private static let chromeOnDesktops = chromeVersions.flatMap { version in
        ["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64"].map { system in
            "Mozilla/5.0 (\(system)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/\(version).0.0.0 Safari/537.36"
        }
    }
    private static let edge = chromeVersions.map { version in
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/\(version).0.0.0 Safari/537.36 Edg/\(version).0.0.0"
    }
    private static let safariOnMac = ["18.3", "18.2", "17.6", "17.4.1", "17.1", "16.6", "16.4", "15.6.1"].map {
        version in
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            + "Version/\(version) Safari/605.1.15"
    }
    private static let firefox = firefoxVersions.flatMap { version in
        ["Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10.15", "X11; Linux x86_64", "Android 14; Mobile"]
            .map {
                "Mozilla/5.0 (\($0); rv:\(version).0) Gecko/20100101 Firefox/\(version).0"
            }
    }
    private static let samsung = (20...27).flatMap { version in
        ["SM-S911B", "SM-A536B"].map { model in
            "Mozilla/5.0 (Linux; Android 14; \(model)) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "SamsungBrowser/\(version).0 Chrome/\(version + 94).0.0.0 Mobile Safari/537.36"
        }
    }
    private static let apps = (440...455).flatMap { version in
        ["iPhone15,2", "iPhone14,5"].map { device in
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                + "Mobile/15E148 [FBAN/FBIOS;FBAV/\(version).0.0.38;FBDV/\(device);FBSN/iOS;FBLC/en_GB]"
        }
    }
    private static let oddities = [
        "Mozilla/5.0 (Linux; Android 12; \"Tab 10\" Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/121.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11; TV\\Box \"X\") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 "
            + "Safari/537.36",
        "ExampleTimes/7.2 (iOS 17.4; \"News\")", "ExampleTimes/7.1 (Android 14; タブレット)", "\"Mozilla/5.0\"",
        "Mozilla/5.0 (Macintosh; PPC Mac OS X 10_5_8)", "Lynx/2.9.0 libwww-FM/2.14",
        "Mozilla/4.0 (compatible; MSIE 8.0)",
    ]
}
