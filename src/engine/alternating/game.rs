//! A game that is moved step by step: people take some seats, tactics the others.
//!
//! ```
//! use zopa::engine::alternating::{Action, Closing, Game};
//! use zopa::engine::Trial;
//! use zopa::scenario::{LoadOptions, load};
//! use zopa::stream::Seed;
//!
//! let text = r#"
//! title = "A bicycle"
//! protocol = { kind = "alternating-offers", rounds = 10 }
//! [issues.price]
//! scale = [0, 200]
//! anchors = { 0 = "free", 200 = "new" }
//! [parties.buyer]
//! outside = { reservation = 0.3 }
//! [parties.buyer.positions]
//! price = { ideal = 0, salience = 1 }
//! [parties.seller]
//! outside = { reservation = 0.3 }
//! [parties.seller.positions]
//! price = { ideal = 200, salience = 1 }
//! "#;
//! let loaded = load("bicycle.toml", text, &LoadOptions::default()).unwrap();
//! let likely = Game::likely_draws(&loaded.scenario);
//! let mut game = Game::new(&loaded.scenario, Seed(42), &likely, Trial::default());
//! // The buyer is a person and offers 80 every time; the seller is played.
//! while let Some(turn) = game.turn() {
//!     if turn.party == 0 {
//!         game.act(Action::Offer(4)).unwrap();
//!     } else {
//!         game.play();
//!     }
//! }
//! assert!(matches!(game.closing(), Some(Closing::Agreed { outcome: 4, by: 1, .. })));
//! ```

use super::talks::{Action, Closing, Illegal, Standing, Talks, Turn};
use super::{View, World};
use crate::engine::Trial;
use crate::model::Scenario;
use crate::stream::Seed;

/// Something a party did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// When, and who.
    pub turn: Turn,
    /// What.
    pub action: Action,
}

/// A game with its moves so far.
#[derive(Clone, Debug)]
pub struct Game {
    world: World,
    talks: Talks,
    moves: Vec<Move>,
}

impl Game {
    /// A game in the world of these draws, one for every input of the scenario. The trial decides
    /// what tactics leave to chance.
    ///
    /// # Panics
    /// When the protocol of the scenario is another one, or `draws` is shorter than its inputs.
    pub fn new(scenario: &Scenario, seed: Seed, draws: &[f64], trial: Trial) -> Self {
        assert!(scenario.offers().is_some(), "a game is of alternating offers");
        let mut world = World::new(scenario, seed);
        world.prepare(scenario, draws);
        let mut talks = Talks::default();
        talks.attend();
        talks.enter(&world);
        talks.begin(&world, trial);
        Self { world, talks, moves: Vec::new() }
    }

    /// The most likely value of every input of a scenario.
    pub fn likely_draws(scenario: &Scenario) -> Vec<f64> {
        scenario.inputs.iter().map(|input| input.prior.mode()).collect()
    }

    /// The world: what everybody wants, for those who may know.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// What the party `party` sees: its own wishes and what was said.
    pub fn view(&self, party: usize) -> View<'_> {
        self.talks.view(&self.world, party)
    }

    /// Whose turn it is; `None` when the game is over.
    pub fn turn(&self) -> Option<Turn> {
        self.talks.turn()
    }

    /// The offer on the table.
    pub fn standing(&self) -> Option<Standing> {
        self.talks.standing()
    }

    /// How the game ended; `None` while it goes on.
    pub fn closing(&self) -> Option<Closing> {
        self.talks.closing()
    }

    /// All moves so far, in order.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// May the party whose turn it is do this?
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, action: Action) -> Result<(), Illegal> {
        self.talks.check(&self.world, action)
    }

    /// Does it, for the party whose turn it is.
    ///
    /// # Errors
    /// When it may not, and why; the game stays as it was.
    pub fn act(&mut self, action: Action) -> Result<(), Illegal> {
        self.check(action)?;
        self.moves.extend(self.turn().map(|turn| Move { turn, action }));
        self.talks.take(&self.world, action);
        Ok(())
    }

    /// Lets the tactic of the party whose turn it is move; returns what it did, `None` when the game is
    /// over.
    pub fn play(&mut self) -> Option<Move> {
        let turn = self.turn()?;
        let action = self.talks.decide(&self.world);
        self.moves.push(Move { turn, action });
        self.talks.take(&self.world, action);
        self.moves.last().copied()
    }

    /// What the tactic of the party whose turn it is would do: advice. The game stays as it was; `None`
    /// when it is over.
    pub fn advice(&self) -> Option<Action> {
        self.turn()?;
        Some(self.talks.clone().decide(&self.world))
    }
}
