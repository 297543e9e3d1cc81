//! Recorded draws: the same seed gives these numbers, on every machine and in every version.
//!
//! A failure here means that every published result of the simulator changes with it. It is never
//! mended by recording the new numbers alone: that is a breaking change, with an entry under
//! *Results* in the changelog. Numbers are compared as the shortest text that leads back to the
//! same bits.

use zopa::prior::{
    Beta, Choice, Normal, Pert, Prior, Triangular, Uniform, exponential_quantile,
    logistic_quantile, normal_quantile,
};
use zopa::stream::{Purpose, Seed, Stream, StreamKey};

fn shown(numbers: impl IntoIterator<Item = f64>) -> Vec<String> {
    numbers.into_iter().map(|number| format!("{number:?}")).collect()
}

fn key() -> StreamKey {
    StreamKey::new(Seed(42), Purpose::Input, "golden")
}

fn first_four(mut stream: Stream) -> String {
    shown((0..4).map(|_| stream.uniform())).join(" ")
}

#[test]
fn sequences_over_worlds() {
    for (world, recorded) in [
        (0, "0.7248101903948687 0.38650721140805205 0.8437365766996416 0.7115913706918131"),
        (1, "0.38650721140805205 0.8437365766996416 0.7115913706918131 0.6342327290089897"),
        (999, "0.2497974958109736 0.12058052852459139 0.024726176285144452 0.569942409000401"),
        (1 << 39, "0.8698379253113591 0.15278790625578592 0.5476870037332677 0.8581175861437564"),
    ] {
        assert_eq!(first_four(key().over_worlds(world)), recorded, "world {world}");
    }
}

#[test]
fn sequences_of_worlds() {
    for (world, history, recorded) in [
        (0, 0, "0.7248101903948687 0.38650721140805205 0.8437365766996416 0.7115913706918131"),
        (0, 3, "0.7115913706918131 0.6342327290089897 0.44134661459233854 0.9589380634275209"),
        (7, 0, "0.8640145735865503 0.6852855664179354 0.5314239491310293 0.46537908570349834"),
        (7, 1000, "0.8042009473611516 0.5286823957436424 0.2791768971164061 0.10413839226394722"),
    ] {
        assert_eq!(first_four(key().world(world, history)), recorded, "{world}, {history}");
    }
}

#[test]
fn sequences_of_histories() {
    for (world, history, recorded) in [
        (0, 0, "0.7248101903948687 0.38650721140805205 0.8437365766996416 0.7115913706918131"),
        (0, 1, "0.619019589484384 0.6677325493063897 0.23976368209140103 0.45336054937146336"),
        (1, 0, "0.9806391315567102 0.23451211855557236 0.026115440543365953 0.9425966213501566"),
        (
            12_345,
            678,
            "0.8247001785231369 0.317751183797266 0.34710305053251894 0.1120088400875549",
        ),
    ] {
        assert_eq!(first_four(key().history(world, history)), recorded, "{world}, {history}");
    }
}

#[test]
fn keys_of_purposes_and_names() {
    for (seed, purpose, name, recorded) in [
        (0, Purpose::Pen, "", "0.10190552677013937"),
        (42, Purpose::Readiness, "russia", "0.17736969042265055"),
        (42, Purpose::Readiness, "ukraine", "0.04462048064718166"),
        (u64::MAX, Purpose::EventFirst, "golden", "0.178818775862077"),
    ] {
        let first = StreamKey::new(Seed(seed), purpose, name).history(0, 0).uniform();
        assert_eq!(format!("{first:?}"), recorded, "{seed}, {purpose:?}, {name}");
    }
}

/// Both tails, both sides of every change of formula, and the middle.
const AT: [f64; 9] = [1e-12, 0.001, 0.07, 0.25, 0.5, 0.6, 0.93, 0.999, 1.0 - 1e-12];

#[test]
fn plain_quantile_functions() {
    assert_eq!(
        shown(AT.map(normal_quantile)),
        [
            "-7.034483825301132",
            "-3.090232306167813",
            "-1.4757910281791702",
            "-0.6744897501960817",
            "0.0",
            "0.2533471031357998",
            "1.4757910281791708",
            "3.090232306167813",
            "7.0344869100478356"
        ]
    );
    assert_eq!(
        shown(AT.map(exponential_quantile)),
        [
            "1.0000000000005e-12",
            "0.0010005003335835335",
            "0.07257069283483544",
            "0.2876820724517809",
            "0.6931471805599453",
            "0.916290731874155",
            "2.659260036932779",
            "6.907755278982136",
            "27.63104323789336"
        ]
    );
    assert_eq!(
        shown(AT.map(logistic_quantile)),
        [
            "-27.63102111592755",
            "-6.906754778648554",
            "-2.5866893440979424",
            "-1.0986122886681098",
            "0.0",
            "0.4054651081081642",
            "2.5866893440979433",
            "6.906754778648553",
            "27.63104323789236"
        ]
    );
}

/// The quantiles at `AT` with four draws of the sequence "golden" over worlds behind them.
fn values(prior: &Prior) -> Vec<String> {
    let mut stream = key().over_worlds(0);
    let draws = (0..4).map(|_| prior.quantile(stream.uniform()));
    shown(AT.map(|u| prior.quantile(u)).into_iter().chain(draws))
}

#[test]
fn uniform_and_triangular() {
    let uniform = Uniform::new(-0.5, 2.0).map(Prior::Uniform).unwrap();
    assert_eq!(
        values(&uniform),
        [
            "-0.4999999999975",
            "-0.4975",
            "-0.32499999999999996",
            "0.125",
            "0.75",
            "1.0",
            "1.8250000000000002",
            "1.9975",
            "1.9999999999975002",
            "1.3120254759871717",
            "0.46626802852013016",
            "1.609341441749104",
            "1.2789784267295328"
        ]
    );
    let triangular = Triangular::new(0.2, 0.4, 0.8).map(Prior::Triangular).unwrap();
    assert_eq!(
        values(&triangular),
        [
            "0.2000003464101615",
            "0.21095445115010333",
            "0.2916515138991168",
            "0.37320508075688774",
            "0.4535898384862245",
            "0.49016133230340664",
            "0.6703851860318428",
            "0.7845080666151704",
            "0.7999995101074702",
            "0.543006703773753",
            "0.41628360829635186",
            "0.6063425147532737",
            "0.536906725601043"
        ]
    );
}

#[test]
fn normal_whole_and_truncated() {
    let normal = |min, max| Normal::new(50.0, 8.0, min, max).map(Prior::Normal).unwrap();
    assert_eq!(
        values(&normal(f64::NEG_INFINITY, f64::INFINITY)),
        [
            "-6.275870602409057",
            "25.278141550657494",
            "38.19367177456664",
            "44.60408199843135",
            "50.0",
            "52.0267768250864",
            "61.80632822543337",
            "74.7218584493425",
            "106.27589528038268",
            "54.7775309733123",
            "47.69252672469679",
            "58.07947308930861",
            "54.464317793629135"
        ]
    );
    assert_eq!(
        values(&normal(70.0, f64::INFINITY)),
        [
            "70.00000000000283",
            "70.00283537672922",
            "70.2048274947415",
            "70.80232085643317",
            "71.89199752909715",
            "72.47294981361298",
            "76.63770983568904",
            "84.96074857360898",
            "111.69328880204904",
            "73.41950306159998",
            "71.34796757028263",
            "74.79329796586589",
            "73.30253759506877"
        ]
    );
    assert_eq!(
        values(&normal(30.0, 60.0)),
        [
            "30.000000000405354",
            "30.38179981982822",
            "38.09624618055701",
            "44.04288305955053",
            "49.000367233500945",
            "50.78521197666287",
            "57.7025382637477",
            "59.96121718248506",
            "59.999999999961105",
            "53.08133254300333",
            "46.9062538915452",
            "55.53689192439251",
            "52.82927308335939"
        ]
    );
}

#[test]
fn beta_and_pert() {
    let beta = |a, b| Beta::new(a, b, 0.0, 1.0).map(Prior::Beta).unwrap();
    assert_eq!(
        values(&beta(2.0, 5.0)),
        [
            "2.5819897863610106e-7",
            "0.008255492787746685",
            "0.07568525483802102",
            "0.16116291679032663",
            "0.26444998329566033",
            "0.3094444275453148",
            "0.5488196690628588",
            "0.8186138669191338",
            "0.9972166390567536",
            "0.3744131816836264",
            "0.2170608594379338",
            "0.45600330602583766",
            "0.3668360934485347"
        ]
    );
    assert_eq!(
        values(&beta(0.5, 0.3)),
        [
            "5.1857379603715946e-24",
            "5.1857254108484075e-6",
            "0.025111135219034766",
            "0.27960460430820083",
            "0.7477949898710432",
            "0.8731915632402446",
            "0.9995999492569473",
            "0.9999999997169552",
            "1.0",
            "0.9621941771923708",
            "0.5505202000417126",
            "0.994195814048724",
            "0.9559044127496255"
        ]
    );
    assert_eq!(
        values(&beta(3000.0, 2000.0)),
        [
            "0.5507350143334896",
            "0.5784853893411683",
            "0.5897603589706726",
            "0.5953341660641914",
            "0.6000133343735825",
            "0.6017677894319237",
            "0.6102082234521253",
            "0.6212867059436096",
            "0.6479756975800977",
            "0.6041461488989226",
            "0.5980138155560516",
            "0.6069967153023187",
            "0.6038755030425922"
        ]
    );
    let pert = Pert::new(0.2, 0.4, 0.8).map(Prior::Pert).unwrap();
    assert_eq!(
        values(&pert),
        [
            "0.20000155952199447",
            "0.21139644789082981",
            "0.27714332047169715",
            "0.34793342549812933",
            "0.4254875042024726",
            "0.4572689461219504",
            "0.6092337407470854",
            "0.7445454941471206",
            "0.7998105347442479",
            "0.5012908470317603",
            "0.3907662843825167",
            "0.5536222781921177",
            "0.49626610623311296"
        ]
    );
}

#[test]
fn choice() {
    let choice = Choice::new(&[0.8, 0.2, 0.5], &[3.0, 1.0, 2.0]).map(Prior::Choice).unwrap();
    assert_eq!(
        values(&choice),
        ["0.2", "0.2", "0.2", "0.5", "0.8", "0.8", "0.8", "0.8", "0.8", "0.8", "0.5", "0.8", "0.8"]
    );
}
