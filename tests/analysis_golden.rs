//! Recorded designs: the same key gives these points, on every machine and in every version. A change
//! is a breaking one, with an entry under *Results* in the changelog.

use zopa::analysis::Points;
use zopa::analysis::design::{SobolSequence, Trajectories, latin_hypercube, random};
use zopa::stream::{Purpose, Seed, StreamKey};

fn key() -> StreamKey {
    StreamKey::new(Seed(42), Purpose::Design, "golden")
}

fn shown(points: &Points) -> Vec<String> {
    points
        .rows()
        .map(|row| row.iter().map(|x| format!("{x:?}")).collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn seeded_designs_are_the_recorded_ones() {
    let sobol = |sequence: SobolSequence| shown(&sequence.points(5, 2).unwrap());
    assert_eq!(
        sobol(SobolSequence::shifted(3, &key()).unwrap()),
        [
            "0.598996621905826 0.865289916866459 0.42777349811512977",
            "0.848996621905826 0.11528991686645895 0.6777734981151298"
        ]
    );
    assert_eq!(
        sobol(SobolSequence::scrambled(3, &key()).unwrap()),
        [
            "0.8925213302718475 0.7955554715590551 0.45187448419164866",
            "0.5927122005959973 0.10480918188113719 0.6676651037996635"
        ]
    );
    assert_eq!(
        shown(&latin_hypercube(2, 3, &key()).unwrap()),
        [
            "0.9080530870305825 0.7161144974340267",
            "0.0924424060964165 0.6322679416809759",
            "0.6333915547075616 0.08758284690957473"
        ]
    );
    assert_eq!(
        shown(&random(3, 2, &key()).unwrap()),
        [
            "0.4739966218229172 0.24028991697134522 0.30277349815959437",
            "0.2525217491986658 0.9730223008219914 0.518994375567877"
        ]
    );
    let trajectories = Trajectories::new(4, 4, 1, &key()).unwrap();
    let levels: Vec<String> = trajectories
        .points()
        .rows()
        .map(|row| row.iter().map(|x| char::from(b'0' + (3.0 * x).round() as u8)).collect())
        .collect();
    assert_eq!(levels, ["2331", "2311", "2313", "0313", "0113"]);
}
