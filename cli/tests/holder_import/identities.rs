//! Identities: hashes as they are, texts only with a secret.

use scrip_cli::holder_import::identity::{Salt, parse, shown};

#[test]
fn a_text_is_hashed_with_the_salt_as_documented() {
    // printf %s customer-1 | openssl dgst -sha256 -hmac 'a salt that is long enough' | head -c 32 of the digits
    let salt = Salt::new(b"a salt that is long enough").unwrap();
    assert_eq!(
        shown(&parse("customer-1", Some(&salt)).unwrap()),
        "1a6c798bf449114ec48ad3c212985fbb"
    );
    let other = Salt::new(b"another salt, as long").unwrap();
    assert_ne!(parse("customer-1", Some(&salt)), parse("customer-1", Some(&other)));
}

#[test]
fn without_a_salt_only_hashes_are_taken() {
    let digits = "00112233445566778899aabbccddeeff";
    assert_eq!(shown(&parse(digits, None).unwrap()), digits);
    assert_eq!(parse(&format!("0x{}", digits.to_uppercase()), None), parse(digits, None));
    for text in ["customer-1", "0x00", &digits[1..], ""] {
        parse(text, None).unwrap_err();
    }
}

#[test]
fn a_salt_is_long_and_ends_before_the_line_does() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("salt");
    std::fs::write(&file, "sixteen letters!\n").unwrap();
    let (of_file, of_bytes) = (Salt::read(&file).unwrap(), Salt::new(b"sixteen letters!").unwrap());
    assert_eq!(parse("a", Some(&of_file)), parse("a", Some(&of_bytes)));
    std::fs::write(&file, "fifteen letters\n").unwrap();
    let error = Salt::read(&file).unwrap_err().to_string();
    assert!(error.contains("has 15 bytes"), "{error}");
    Salt::read(&folder.path().join("absent")).unwrap_err();
}
