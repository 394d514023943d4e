extension RobotList {
    /// Words by which robots introduce themselves, and what they tell about themselves.
    static let signs: [Entry] = [
        Entry(
            "bot", "it calls itself a bot",
            // Telephones, tablets and television sets that people read on; Bottle is a release of openSUSE.
            unless: [
                "cubot", "botech", "bottle", "m bot ", "m_bot_", "id bot", "idbot5", "c bot tab", "xbot ", "cl-bot",
            ]),
        Entry(
            "google-", "it calls itself one of Google's programs",
            unless: ["google-sketchup", "google-play", "google-tr-", "google-api-objc"]),
        Entry("crawl", "it calls itself a crawler"),
        Entry("spider", "it calls itself a spider", unless: ["spiderman", "spider-man"]),
        Entry("scrap", "it calls itself a scraper"),
        Entry("scanner", "it calls itself a scanner"),
        Entry("/scan", "it says that it scans"),
        Entry("webscan", "it says that it scans"),
        Entry("fetch", "it calls itself a fetcher"),
        Entry("archiv", "it calls itself an archive"),
        Entry("monitor", "it says that it monitors"),
        Entry("uptime", "it says that it checks whether the site is up"),
        Entry("checker", "it calls itself a checker", unless: ["checkeros"]),
        Entry("linkcheck", "it says that it checks links"),
        Entry("healthcheck", "it says that it checks health"),
        Entry("health-check", "it says that it checks health"),
        Entry("validator", "it calls itself a validator"),
        Entry("auditor", "it says that it audits sites"),
        Entry("site audit", "it says that it audits sites"),
        Entry("siteaudit", "it says that it audits sites"),
        Entry("survey", "it says that it makes a survey"),
        Entry("research", "it says that it does research", unless: ["rakutenresearch"]),
        Entry("synthetic", "it calls itself a synthetic visitor"),
        Entry("inspector", "it calls itself an inspector"),
        Entry("resolver", "it says that it follows links"),
        Entry("expander", "it says that it follows links"),
        Entry("harvest", "it says that it harvests", unless: ["build/"]),
        Entry("extractor", "it calls itself an extractor"),
        Entry("indexer", "it calls itself an indexer"),
        Entry("analy", "it says that it analyses"),
        Entry("detector", "it says that it detects"),
        Entry("tracker", "it says that it tracks"),
        Entry("collector", "it says that it collects"),
        Entry("aggregat", "it calls itself an aggregator"),
        Entry("grabber", "it calls itself a grabber"),
        Entry("sniffer", "it calls itself a sniffer"),
        Entry("probe", "it calls itself a probe"),
        Entry("lookup", "it says that it looks something up"),
        Entry("unfurl", "it says that it makes previews"),
        Entry("snapshot", "it says that it makes pictures of pages"),
        Entry("lighthouse", "it says that it measures sites"),
        Entry("speedtest", "it says that it measures speed"),
        Entry("benchmark", "it says that it measures speed"),
        Entry("statistic", "it says that it makes statistics"),
        Entry("observatory", "it says that it observes sites"),
        Entry("classif", "it says that it sorts pages"),
        Entry("categori", "it says that it sorts pages"),
        Entry("dataset", "it says that it collects data"),
        Entry("academ", "it says that it does research"),
        Entry("sitemap", "it says that it reads sitemaps"),
        Entry("adstxt", "it reads who may sell advertisements"),
        Entry("ads.txt", "it reads who may sell advertisements"),
        Entry("advertis", "it says that it looks at advertisements"),
        Entry("backlink", "it says that it looks for links"),
        Entry("keyword", "it says that it looks for words"),
        Entry("plagiar", "it says that it looks for copies"),
        Entry("copyright", "it says that it looks for copies"),
        Entry("compliance", "it says that it looks after rules"),
        Entry("verifier", "it says that it verifies"),
        Entry("verification", "it says that it verifies"),
        Entry("whois", "it says that it looks at domains"),
        Entry("malware", "it says that it looks for bad pages"),
        Entry("threat", "it says that it looks for bad pages"),
        Entry("fraud", "it says that it looks for bad pages"),
        Entry("reputation", "it says that it looks for bad pages"),
        Entry("vulnerab", "it says that it looks for weaknesses"),
        Entry("pentest", "it says that it looks for weaknesses"),
        Entry("web preview", "it says that it makes previews"),
        Entry("link preview", "it says that it makes previews"),
        Entry("linkpreview", "it says that it makes previews"),
        Entry("-preview", "it says that it makes previews"),
        Entry("screenshot", "it says that it makes pictures of pages"),
        Entry("thumbnail", "it says that it makes pictures of pages"),
        Entry("webcapture", "it says that it makes pictures of pages"),
        Entry("insights", "it says that it measures sites"),
        Entry("pagespeed", "it says that it measures speed"),
        Entry("headless", "a browser without a window"),
        Entry("webdriver", "a program drives the browser"),
        Entry("webhook", "it says that it calls other servers"),
        Entry("seo ", "it says that it helps sites to be found"),
        Entry("securityheaders", "it says that it looks at security"),
        Entry("httpclient", "it calls itself an HTTP client"),
        Entry("http-client", "it calls itself an HTTP client"),
        Entry("http client", "it calls itself an HTTP client", unless: ["dolphin http client"]),
        Entry("imageproxy", "it fetches pictures for others"),
        Entry("feed reader", "it calls itself a feed reader"),
        Entry("feedreader", "it calls itself a feed reader"),
        Entry("rss reader", "it calls itself a feed reader"),
        Entry(
            "like gecko; ", "it stands where no browser stands, behind \"like Gecko\"",
            unless: ["trident/", "ms-office", "outlook", "qqbrowser", "tv2next", "rv:", "version/", "gecko; chrome"]),
        Entry(
            ") (compatible; ", "it stands where no browser stands, behind the system",
            unless: ["msie", "trident", "firefox", "konqueror"]),
    ]

    /// Addresses that robots give so that one can ask about them.
    static let addresses: [Entry] = [
        Entry("http://", "it names a page about itself", unless: browsersWithAddresses),
        Entry("https://", "it names a page about itself", unless: browsersWithAddresses),
        Entry("www.", "it names a site of its own", unless: browsersWithAddresses),
        Entry("(+", "it names a site of its own", unless: ["hbbtv/", "lg browser", "build/", "smarttv"]),
        Entry("contact", "it tells whom to ask about it", unless: ["contacts"]),
        Entry("abuse", "it tells whom to ask about it"),
        Entry("@gmail.", "it names an e-mail address"),
        Entry("info@", "it names an e-mail address"),
        Entry("support@", "it names an e-mail address"),
        Entry("admin@", "it names an e-mail address"),
        Entry("noc@", "it names an e-mail address"),
        Entry(".com/", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".com)", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".com$", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".org)", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".org/", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".net/", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".io/", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".ai/", "it names a site of its own", unless: browsersWithAddresses),
        Entry(".co;", "it names a site of its own", unless: browsersWithAddresses),
    ]

    /// What people's browsers, and what stands between them and the site, write of sites into their agent.
    private static let browsersWithAddresses = [
        "ucweb/", "embeddedwb", "qtweb", "avant browser", "translate.google.com", "google.com/viewer", "^amazon.com/",
        "unity3d.com", "pldi.net", "mail.com",
        "tb-webde", "msie", "trident", "hbbtv", "operamini", "build/", "[fb", "electron/", "norton.com", "autopager",
        "(ck-", "ant.com", "bb10",
    ]

    /// The last entry: systems, devices and browsers that people read with leave their name in the agent.
    ///
    /// An app says at least what it runs on, if its maker did not see to the contrary; one that does not is taken for
    /// the program that it is.
    static let nameless: [Entry] = [
        Entry(
            "*", "it names no system, device or browser that people read with",
            unless: [
                // Systems.
                "windows", "win9", "winnt", "win32", "win10", "mac os", "macos", "macintosh", "mac_p", "linux", "x11",
                "bsd", "cros", "android", "iphone", "ipad", "ipod", "iph", "ios", "watchos", "darwin", "cfnetwork",
                "dalvik", "symb", "series60", "midp", "j2me", "maui", "blackberry", "bb10", "palm", "tizen", "web0s",
                "webos", "kaios", "harmony", "amiga", "risc os", "os/2", "syllable", "openvms",
                // Telephones, television sets, consoles, readers.
                "nokia", "samsung", "sonyericsson", "motorola", "mot-", "lge", "lg-", "docomo", "kddi", "softbank",
                "playstation", "nintendo", "xbox", "hbbtv", "smarttv", "smart-tv", "roku", "webtv", "kindle", "nook",
                "ce-html", "omi/", "amazon;aft", "garmin", "tablet", "phone",
                // Browsers that say no more.
                "msie", "trident", "konqueror", "gecko/", "like gecko)", "firefox", "opera", "lynx", "links (", "w3m",
                "dillo", "netsurf", "netfront", "obigo", "teleca", "ucweb", "ucbrowser", "uc web", "wap", "chrome/",
                "safari/", "instagram", "fban", "fbav", "browser",
            ])
    ]
}
