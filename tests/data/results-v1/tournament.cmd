tournament scenarios/job-offer.toml --worlds 40 --tactics people,hard-liner,micro --json
