# The question that every peer answers from the logs themselves, as near to docs/counting.md as one expression comes:
# clicks by day and path. Each prints DAY, a tab, PATH, a tab, CLICKS, in any order.
#
# A line is split at its double quotes, and has seven pieces or more: the client and the time, the request, the status, the referrer,
# and last but one the agent. It is a click if the method is GET, the status 200 or 304, the client not in 10.0.0.0/8, the agent no robot's
# (CUBOT is a telephone), and the path, up to the first ? or #, no asset's.
#
# No peer does what costs accessrank the rest: reloads within 30 seconds, visitors, one article for its several targets, lines that
# are malformed, the hour's and the day's charts, the reports, the history.

# Within the agent in small letters: no agent, the signs of loggen's site.yaml, and the agent that it excludes. A ROBOTS that is set stays.
ROBOTS=${ROBOTS-'^-?$|bot|crawl|spider|slurp|facebookexternalhit|curl/|wget/|python-requests|go-http-client|headlesschrome|feedreader|linkcheck|archiver|java-http-client|libwww-perl|scrapy|axios/|uptimecheck'}
export ROBOTS
export PEOPLE='cubot'
export ASSETS='[.](css|js|png|jpg|jpeg|gif|webp|svg|ico|woff2)$'
# The same as one regular expression: client, day, path, agent.
export LINE='^([^ "]*)[^"]*?\[([^"]{11})[^"]*"GET ([^ ?#"]*)[^"]*" (?:200|304) [^"]*".*"[^"]*"([^"]*)"[^"]*$'
