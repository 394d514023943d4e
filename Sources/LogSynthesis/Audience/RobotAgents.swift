/// The crawlers, feed readers and scripts that come to the site.
enum RobotAgents {
    /// What the profile has to name so that exactly these are robots, whatever list it uses.
    static let tokens = [
        "bot", "crawl", "spider", "slurp", "facebookexternalhit", "curl/", "wget/", "python-requests", "go-http-client",
        "headlesschrome", "feedreader", "linkcheck", "archiver", "java-http-client", "libwww-perl", "scrapy", "axios/",
    ]

    /// Robots by COUNTING section 4, whatever the profile says: no agent, and the sign for none.
    static let nameless = [AgentName(""), AgentName("-")]

    static let all: [AgentName] = names.map(AgentName.init) + nameless

    private static let names =
        compatible.map { "Mozilla/5.0 (compatible; \($0.0)/\($0.1); +http://\($0.2))" } + mobile + plain

    private static let compatible = [
        ("Googlebot", "2.1", "www.google.com/bot.html"), ("bingbot", "2.0", "www.bing.com/bingbot.htm"),
        ("YandexBot", "3.0", "yandex.com/bots"), ("AhrefsBot", "7.0", "ahrefs.com/robot/"),
        ("SemrushBot", "7~bl", "www.semrush.com/bot.html"), ("DotBot", "1.2", "opensiteexplorer.org/dotbot"),
        ("MJ12bot", "v1.4.8", "mj12bot.com/"), ("Baiduspider", "2.0", "www.baidu.com/search/spider.html"),
        ("PetalBot", "1.0", "webmaster.petalsearch.com"), ("Applebot", "0.1", "www.apple.com/go/applebot"),
        ("ExampleNewsBot", "3.2", "crawler.example.org/about"), ("TidalCrawler", "0.9", "tidal.example.net/crawl"),
        ("HarbourSpider", "1.1", "harbour.example.net/spider"), ("MeadowBot", "5.0", "meadow.example.org/bot"),
        ("QuietCrawl", "2.4", "quiet.example.org"), ("StarlingBot", "1.0", "starling.example.com/bot"),
        ("PressArchiver", "4.1", "archive.example.org"), ("OpenLinkcheck", "0.3", "linkcheck.example.org"),
        ("Yahoo! Slurp", "3.0", "help.yahoo.com/slurp"), ("SeznamBot", "4.0", "napoveda.seznam.cz/seznambot"),
    ]
    private static let mobile = [
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/131.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/127.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/126.0.0.0 Safari/537.36 \"MARKETCRAWL\"",
    ]
    private static let plain = [
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "Twitterbot/1.0", "curl/7.88.1",
        "Wget/1.21.3", "python-requests/2.31.0", "Go-http-client/1.1", "Go-http-client/2.0", "Scrapy/2.11.0",
        "Java-http-client/17.0.9", "libwww-perl/6.67", "CCBot/2.0 (https://commoncrawl.org/faq/)", "axios/1.6.2",
        "ExampleFeedReader/2.8 (12 subscribers)", "Bytespider", "TelegramBot (like TwitterBot)",
    ]
}
