//! Recomputes every promised contrast from the hex values (WCAG 2.1, relative luminance).

use super::tokens::{ThemeToken, tokens};

fn luminance(hex: &str) -> f64 {
    let channel = |range: std::ops::Range<usize>| {
        let value = f64::from(u8::from_str_radix(&hex[range], 16).expect("two hexadecimal digits")) / 255.0;
        if value <= 0.039_28 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1..3) + 0.7152 * channel(3..5) + 0.0722 * channel(5..7)
}

fn ratio(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn find<'a>(theme: &'a ThemeToken, path: &str) -> &'a str {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["neutral", name] => &theme.neutral[*name],
        ["accent", name] => &theme.accent[*name],
        ["verdict", verdict, name] => &theme.verdict[*verdict][*name],
        _ => panic!("{path}"),
    }
}

#[test]
fn the_formula_gives_the_known_extremes() {
    assert!((ratio("#000000", "#FFFFFF") - 21.0).abs() < 0.001);
    assert!((ratio("#777777", "#FFFFFF") - 4.48).abs() < 0.01);
}

#[test]
fn every_pair_reaches_its_contrast_in_both_themes() {
    let pairs = &tokens().contrast.pairs;
    assert!(pairs.len() > 100, "only {} pairs", pairs.len());
    for pair in pairs {
        for (name, theme) in [("light", &tokens().light), ("dark", &tokens().dark)] {
            let seen = ratio(find(theme, &pair.fg), find(theme, &pair.bg));
            assert!(seen >= pair.min, "{name}: {} on {} has {seen:.2}, needs {}", pair.fg, pair.bg, pair.min);
        }
    }
}
