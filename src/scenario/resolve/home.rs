//! Home fronts.

use super::{Fields, Resolver, shown};
use crate::model::{Bloc, Blocs, InputId, Level, Ratification, Stance, Vote};
use crate::scenario::codes;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::keys::{BLOC, RATIFICATION, VOTE};
use crate::scenario::shape::join;
use crate::scenario::tree::Node;

/// Keys of a ratification that say how its blocs vote.
const OF_BLOCS: [&str; 3] = ["quota", "common_mood", "seats"];
/// How far the sum of shares may be from 1, since tables round them; of seats that are counted.
const OFF: [f64; 2] = [0.005, 1e-9];

impl Resolver<'_> {
    pub(super) fn ratification(
        &mut self,
        party: &str,
        fields: &Fields<'_>,
    ) -> Option<Ratification> {
        let ratification = fields.sub("ratification", &RATIFICATION);
        if !ratification.has("blocs") {
            self.refuse_keys_of_blocs(&ratification);
        }
        let vote = if ratification.has("vote") {
            let vote = ratification.sub("vote", &VOTE);
            Vote::Approval {
                intercept: self.number(&vote, "intercept"),
                slope: self.number(&vote, "slope"),
                quota: self.number(&vote, "quota"),
                spread: self.number(&vote, "spread"),
            }
        } else if ratification.has("probability") {
            Vote::Probability(self.number(&ratification, "probability"))
        } else if ratification.has("blocs") {
            Vote::Blocs(self.blocs(party, &ratification))
        } else {
            return None;
        };
        // Alternating offers count rounds: the vote ends the talks, whenever it is held.
        Some(Ratification { vote, delay: self.spread(&ratification, "delay", true) })
    }

    fn refuse_keys_of_blocs(&mut self, ratification: &Fields<'_>) {
        for key in OF_BLOCS.into_iter().filter(|key| ratification.has(key)) {
            let help = if key == "quota" && ratification.has("vote") {
                "write it into the vote: `vote = { quota = … }`"
            } else {
                "drop it, or say which `blocs` vote"
            };
            self.push(
                Diagnostic::new(
                    codes::HOME_FRONT_KEY,
                    ratification.key_span(key),
                    format!("`{key}` of a ratification goes with `blocs`"),
                )
                .label("no blocs are here")
                .help(help)
                .path(ratification.path_of(key)),
            );
        }
    }

    fn blocs(&mut self, party: &str, ratification: &Fields<'_>) -> Blocs {
        let path = ratification.path_of("blocs");
        let mut blocs = Vec::new();
        for entry in ratification.entries("blocs") {
            let fields = Fields::at(&entry.node, &BLOC, join(&path, &entry.name), entry.span);
            blocs.push(self.bloc(&entry.name, &fields));
        }
        self.check_shares(party, ratification, &blocs);
        Blocs {
            blocs,
            quota: self.quota(ratification),
            common_mood: self.number(ratification, "common_mood"),
        }
    }

    fn bloc(&mut self, id: &str, fields: &Fields<'_>) -> Bloc {
        let share = self.number(fields, "share");
        let stance = if fields.has("probability") {
            Stance::Probability(self.number(fields, "probability"))
        } else {
            let level = if fields.has("even_at") {
                Level::EvenAt(self.number(fields, "even_at"))
            } else {
                Level::Intercept(self.number(fields, "intercept"))
            };
            let (slope, spread) = (self.number(fields, "slope"), self.number(fields, "spread"));
            Stance::Approval { level, slope, spread }
        };
        Bloc {
            id: id.to_owned(),
            title: fields.text("title").unwrap_or(id).to_owned(),
            share,
            veto: fields.flag("veto").unwrap_or(false),
            stance,
        }
    }

    /// The quota is a share of all, also where shares are seats.
    fn quota(&mut self, ratification: &Fields<'_>) -> InputId {
        let number = |key: &str| ratification.node(key).and_then(Node::as_number);
        let (Some(quota), Some(seats)) = (number("quota"), number("seats")) else {
            return self.number(ratification, "quota");
        };
        if quota <= 1.0 || quota > seats {
            return self.number(ratification, "quota");
        }
        // Never above what is meant.
        let share = (1000.0 * quota / seats).floor() / 1000.0;
        let path = ratification.path_of("quota");
        self.push(
            Diagnostic::new(
                codes::OUT_OF_BOUNDS,
                ratification.span_of("quota"),
                format!("`{path}` must be between 0 and 1, not {}", shown(quota)),
            )
            .help(format!(
                "it is a share of all: {} of {} seats are {}",
                shown(quota),
                shown(seats),
                shown(share)
            ))
            .path(path),
        );
        self.certain(ratification, "quota", share)
    }

    /// At their likeliest the shares of all blocs are all there is.
    fn check_shares(&mut self, party: &str, ratification: &Fields<'_>, blocs: &[Bloc]) {
        let seats = ratification.node("seats").and_then(Node::as_number);
        let (all, off) = seats.map_or((1.0, OFF[0]), |seats| (seats, OFF[1]));
        let likeliest = |id: InputId| self.inputs[id.index()].prior.mode();
        let sum: f64 = blocs.iter().map(|bloc| likeliest(bloc.share)).sum();
        if blocs.is_empty() || (sum - all).abs() <= off {
            return;
        }
        let (counted, help) = if seats.is_some() {
            let help = "list every bloc, also those that always say no (`probability = 0`); or mend `seats`";
            (format!("the {} seats", shown(all)), help.to_owned())
        } else {
            let whole = sum.fract() == 0.0 && sum > 1.0;
            let seats = if whole { shown(sum) } else { "120".to_owned() };
            let help = format!(
                "list every bloc, also those that always say no (`probability = 0`): what one has more \
                 another has less. Where they are seats, say how many there are: `seats = {seats}`"
            );
            ("1".to_owned(), help)
        };
        self.push(
            Diagnostic::new(
                codes::BLOC_SHARES,
                ratification.key_span("blocs"),
                format!(
                    "the shares of the blocs of `{party}` sum to {}, not to {counted}",
                    shown(sum)
                ),
            )
            .help(help)
            .path(ratification.path_of("blocs")),
        );
    }
}
