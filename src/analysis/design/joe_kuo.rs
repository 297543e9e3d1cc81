//! Direction numbers of Sobol' sequences: the first 1,111 dimensions of new-joe-kuo-6.
//!
//! S. Joe & F. Y. Kuo (2008), Constructing Sobol' sequences with better two-dimensional
//! projections, SIAM Journal on Scientific Computing 30, 2635–2654. The text file has the form and
//! the lines of the authors' own: dimension d, degree s of the primitive polynomial, its inner
//! coefficients a as the bits of a number, and the initial numbers m₁ … m_s. 1,111 dimensions are
//! all primitive polynomials up to degree 13.
//!
//! The numbers are under this notice:
//!
//! Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved.
//!
//! Redistribution and use in source and binary forms, with or without modification, are permitted
//! provided that the following conditions are met:
//!
//! - Redistributions of source code must retain the above copyright notice, this list of conditions
//!   and the following disclaimer.
//! - Redistributions in binary form must reproduce the above copyright notice, this list of
//!   conditions and the following disclaimer in the documentation and/or other materials provided
//!   with the distribution.
//! - Neither the names of the copyright holders nor the names of the University of New South Wales
//!   and the University of Waikato and its contributors may be used to endorse or promote products
//!   derived from this software without specific prior written permission.
//!
//! THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
//! INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
//! PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY
//! DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
//! LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR
//! BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT
//! LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
//! SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

/// Dimensions in the table; the first needs no numbers.
pub(super) const DIMENSIONS: usize = 1111;
/// The highest degree in it.
const MAX_DEGREE: usize = 13;
/// Bits of a coordinate.
pub(super) const BITS: usize = 32;

/// One dimension's primitive polynomial and initial numbers.
#[derive(Clone, Copy)]
struct Entry {
    degree: usize,
    coefficients: u32,
    initial: [u32; MAX_DEGREE],
}

/// Read when this is compiled: a table with a fault does not compile.
static TABLE: [Entry; DIMENSIONS - 1] = parse(include_bytes!("new-joe-kuo-6.1111.txt"));

/// The number at a position of the text, and the position behind it and behind what parts numbers.
const fn number(text: &[u8], mut at: usize) -> (u32, usize) {
    let mut value = 0;
    while at < text.len() && text[at].is_ascii_digit() {
        value = 10 * value + (text[at] - b'0') as u32;
        at += 1;
    }
    while at < text.len() && !text[at].is_ascii_digit() {
        at += 1;
    }
    (value, at)
}

#[expect(clippy::large_stack_arrays, reason = "only the compiler runs this")]
const fn parse(text: &[u8]) -> [Entry; DIMENSIONS - 1] {
    let mut table =
        [Entry { degree: 0, coefficients: 0, initial: [0; MAX_DEGREE] }; DIMENSIONS - 1];
    // The heading has no digit.
    let (_, mut at) = number(text, 0);
    let mut row = 0;
    while row < table.len() {
        let (dimension, behind) = number(text, at);
        assert!(dimension as usize == row + 2, "a line is missing or out of order");
        let (degree, behind) = number(text, behind);
        let (coefficients, behind) = number(text, behind);
        at = behind;
        table[row].degree = degree as usize;
        table[row].coefficients = coefficients;
        let mut place = 0;
        while place < degree as usize {
            (table[row].initial[place], at) = number(text, at);
            place += 1;
        }
        row += 1;
    }
    assert!(at == text.len(), "there is more text than dimensions");
    table
}

/// The direction numbers v₁ … v₃₂ of a dimension (counted from 0), the binary point before the
/// highest bit: v_k = m_k 2^(32−k), with Joe & Kuo's recurrence for k > s:
/// v_k = a₁v_{k−1} ⊕ … ⊕ a_{s−1}v_{k−s+1} ⊕ v_{k−s} ⊕ (v_{k−s} / 2^s).
pub(super) fn directions(dimension: usize) -> [u32; BITS] {
    let mut v = [0; BITS];
    if dimension == 0 {
        for (k, number) in v.iter_mut().enumerate() {
            *number = 1 << (BITS - 1 - k);
        }
        return v;
    }
    let entry = &TABLE[dimension - 1];
    let s = entry.degree;
    for k in 0..BITS {
        v[k] = if k < s {
            entry.initial[k] << (BITS - 1 - k)
        } else {
            let inner = (1..s)
                .filter(|i| (entry.coefficients >> (s - 1 - i)) & 1 == 1)
                .fold(0, |sum, i| sum ^ v[k - i]);
            inner ^ v[k - s] ^ (v[k - s] >> s)
        };
    }
    v
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initial_numbers_are_odd_and_small_enough() {
        for (row, entry) in TABLE.iter().enumerate() {
            for (place, &m) in entry.initial[..entry.degree].iter().enumerate() {
                assert!(m % 2 == 1 && m < 2 << place, "dimension {}", row + 2);
            }
        }
    }

    /// x^power modulo the polynomial, over the field of two elements.
    fn x_to(mut power: u64, polynomial: u64, degree: usize) -> u64 {
        let times = |a: u64, b: u64| {
            let product =
                (0..degree).filter(|i| (b >> i) & 1 == 1).fold(0, |sum, i| sum ^ (a << i));
            (degree..2 * degree).rev().fold(product, |rest, i| {
                if (rest >> i) & 1 == 1 { rest ^ (polynomial << (i - degree)) } else { rest }
            })
        };
        let (mut result, mut square) = (1, if degree == 1 { 2 ^ polynomial } else { 2 });
        while power > 0 {
            if power & 1 == 1 {
                result = times(result, square);
            }
            square = times(square, square);
            power >>= 1;
        }
        result
    }

    #[test]
    fn the_polynomials_are_all_the_primitive_ones_up_to_degree_13() {
        let mut seen = std::collections::BTreeSet::new();
        let mut of_degree = [0; MAX_DEGREE];
        for entry in &TABLE {
            let s = entry.degree;
            let polynomial = (1 << s) | (u64::from(entry.coefficients) << 1) | 1;
            assert!(seen.insert(polynomial), "{polynomial:b} comes twice");
            of_degree[s - 1] += 1;
            // Primitive: x has the full order 2^s − 1.
            let order = (1_u64 << s) - 1;
            assert_eq!(x_to(order, polynomial, s), 1, "{polynomial:b}");
            for prime in
                (2..=order).filter(|p| order.is_multiple_of(*p) && (2..*p).all(|q| p % q != 0))
            {
                if order > 1 {
                    assert_ne!(x_to(order / prime, polynomial, s), 1, "{polynomial:b}");
                }
            }
        }
        // φ(2^s − 1)/s of each degree.
        assert_eq!(of_degree, [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630]);
    }
}
