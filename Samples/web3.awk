# What a third server wrote on 3 March, in the order of time: readers who come back to an old article, readers of another one
# that has a new headline, and a robot that asks for one article every ten seconds for more than an hour.
function line(client, seconds, target, agent) {
    printf "%s - - [03/Mar/2026:%02d:%02d:%02d +0900] \"GET %s HTTP/2.0\" 200 29411 \"-\" \"%s\"\n", \
        client, seconds / 3600, seconds / 60 % 60, seconds % 60, target, agent
}

BEGIN {
    person = "Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0"
    robot = "Mozilla/5.0 (compatible; StarlingBot/1.0; +http://starling.example.com/bot)"
    for (i = 0; i < 24; i++) line("203.0.113." (1 + i), 9 * 3600 + 720 * i, "/travel/20260221-1d2mlz", person)
    for (i = 0; i < 6; i++) line("203.0.113." (31 + i), 14 * 3600 + 300 * i, "/politics/elections/20260301-bpdv9k", person)
    for (i = 0; i < 400; i++) line("198.51.100.77", 15 * 3600 + 10 * i, "/politics/20260303-2bqu12", robot)
}
