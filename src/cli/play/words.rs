//! What the screen says in a game of offers and in a peace process.

use crate::teach::play::Play;

/// The words of a game.
pub(super) struct Words {
    /// Over what the person would do next.
    pub(super) next: &'static str,
    /// The line of keys.
    pub(super) keys: &'static str,
    /// What all keys do.
    pub(super) help: &'static str,
}

impl Words {
    pub(super) fn of(play: &Play<'_>) -> &'static Self {
        match play {
            Play::Bargain(_) => &OFFERS,
            Play::Process(_) => &PEACE,
        }
    }
}

const OFFERS: Words = Words {
    next: "your next offer",
    keys: "arrows  o offer  a accept  w walk  h hint  b brief  : type  ? help  q leave",
    help: "# Keys\n\n\
             up, down     the issue before or after\n\
             left, right  change what you would offer on it; with Shift by ten steps\n\
             Home, End    to the ends of its scale\n\
             o, Enter     make the offer\n\
             a            accept the offer on the table; below no deal you are asked first\n\
             w            walk away: no deal, for good\n\
             h            a hint; how many you took is kept, for the debrief\n\
             b            your brief\n\
             :            type a move, with the keys of the issues as they stand in the table;\n\
                          Esc or an empty line goes back\n\
             PgUp, PgDn   what was said before\n\
             q            leave; every move is saved\n\n\
             # The table\n\n\
             Behind the key of an issue stands what it brings you at its best.\n\
             T is the offer on the table, Y the one you would make next, X both.\n\
             Points are yours alone: nobody else sees them.\n",
};

const PEACE: Words = Words {
    next: "you push for",
    keys: "a yes  r no  arrows  p push  w walk  h hint  b brief  : type  ? help  q leave",
    help: "# Keys\n\n\
             up, down     the issue before or after\n\
             left, right  change what you would push for on it; with Shift by ten steps\n\
             Home, End    to the ends of its scale\n\
             p, Enter     push for it: the next text takes it in\n\
             a            accept the text on the table; below no deal you are asked first\n\
             r            refuse it\n\
             w            walk away: you refuse whatever comes\n\
             h            a hint; how many you took is kept, for the debrief\n\
             b            your brief\n\
             :            type a move, with the keys of the issues as they stand in the table;\n\
                          Esc or an empty line goes back\n\
             PgUp, PgDn   what happened before\n\
             q            leave; every move is saved\n\n\
             # The table\n\n\
             Behind the key of an issue stands what it brings you at its best.\n\
             T is the text on the table, Y what you would push for, X both.\n\
             A text that is tabled stays as it is: what you push for is in the next.\n\
             A ceasefire alone has another no than a package: to fight on while you talk.\n\
             In your turn a text is drafted in your name; you may still refuse it.\n\
             Points are yours alone: nobody else sees them.\n",
};
