//! Bytes of a type of an IDL, decoded. Borsh, and the packed layouts of `bytemuck`, which are the same here: fields in
//! order, little-endian, without gaps (the programs' own types check that they have none).

use anchor_lang::prelude::Pubkey;
use anchor_lang_idl_spec::{Idl, IdlArrayLen, IdlDefinedFields, IdlField, IdlType, IdlTypeDefTy};
use anyhow::{Context as _, bail};

use super::value::Decoded;
use super::{idl, words};

/// Takes values off the front of some bytes.
pub struct Decoder<'a> {
    idl: &'a Idl,
    left: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// Of these bytes, by the types of this IDL.
    #[must_use]
    pub const fn new(idl: &'a Idl, bytes: &'a [u8]) -> Self {
        Self { idl, left: bytes }
    }

    /// Bytes that have not been taken.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.left.len()
    }

    /// A struct or enum by its name.
    ///
    /// # Errors
    /// If there are too few bytes, or the IDL has no such type.
    pub fn named(&mut self, name: &str) -> anyhow::Result<Decoded> {
        let def = idl::type_named(self.idl, name);
        match &def.with_context(|| format!("the IDL has no type {name}"))?.ty {
            IdlTypeDefTy::Struct { fields: None } => Ok(Decoded::Fields(Vec::new())),
            IdlTypeDefTy::Struct { fields: Some(fields) } => {
                Ok(Decoded::Fields(self.some(fields)?))
            }
            IdlTypeDefTy::Enum { variants } => {
                let [which] = self.take::<1>()?;
                let variant = variants.get(usize::from(which));
                let variant = variant.with_context(|| format!("{name} has no variant {which}"))?;
                let fields = match &variant.fields {
                    Some(fields) => self.some(fields)?,
                    None => Vec::new(),
                };
                Ok(Decoded::Variant(variant.name.clone(), fields))
            }
            IdlTypeDefTy::Type { alias } => self.value(name, alias),
        }
    }

    fn some(&mut self, fields: &IdlDefinedFields) -> anyhow::Result<Vec<(String, Decoded)>> {
        match fields {
            IdlDefinedFields::Named(fields) => self.fields(fields),
            IdlDefinedFields::Tuple(types) => {
                let numbered = types.iter().enumerate().map(|(place, ty)| {
                    let name = place.to_string();
                    let value = self.value(&name, ty)?;
                    Ok((name, value))
                });
                numbered.collect()
            }
        }
    }

    /// Fields in their order; padding is taken and left out.
    ///
    /// # Errors
    /// As [`Decoder::named`].
    pub fn fields(&mut self, fields: &[IdlField]) -> anyhow::Result<Vec<(String, Decoded)>> {
        let mut decoded = Vec::with_capacity(fields.len());
        for field in fields {
            let value = self.value(&field.name, &field.ty).with_context(|| field.name.clone())?;
            let value = words::in_units(value, &field.docs);
            if field.name != "padding" {
                decoded.push((field.name.clone(), value));
            }
        }
        Ok(decoded)
    }

    fn value(&mut self, name: &str, ty: &IdlType) -> anyhow::Result<Decoded> {
        Ok(match ty {
            IdlType::Bool => Decoded::Bool(self.take::<1>()? != [0]),
            IdlType::U8 => words::byte(name, self.take::<1>()?[0]),
            IdlType::U16 => words::small(name, u16::from_le_bytes(self.take()?).into()),
            IdlType::U32 => words::wide(name, u32::from_le_bytes(self.take()?)),
            IdlType::I64 => words::time(i64::from_le_bytes(self.take()?)),
            IdlType::U64 => Decoded::Text(u64::from_le_bytes(self.take()?).to_string()),
            IdlType::U128 => words::large(name, u128::from_le_bytes(self.take()?)),
            IdlType::Pubkey => words::address(Pubkey::new_from_array(self.take()?)),
            IdlType::String => {
                let bytes = self.prefixed()?;
                Decoded::Text(String::from_utf8(bytes.to_vec()).context("it is no text")?)
            }
            IdlType::Bytes => words::bytes(name, self.prefixed()?),
            IdlType::Array(of, IdlArrayLen::Value(length)) if **of == IdlType::U8 => {
                words::bytes(name, self.slice(*length)?)
            }
            IdlType::Array(of, IdlArrayLen::Value(length)) => self.many(name, of, *length)?,
            IdlType::Vec(of) => {
                let length = self.length()?;
                self.many(name, of, length)?
            }
            IdlType::Option(of) => match self.take::<1>()? {
                [0] => Decoded::Text(String::new()),
                _ => self.value(name, of)?,
            },
            IdlType::Defined { name, .. } => self.named(name)?,
            other => bail!("values of type {other:?} are not decoded"),
        })
    }

    fn many(&mut self, name: &str, of: &IdlType, length: usize) -> anyhow::Result<Decoded> {
        // Each takes a byte at least, so that a false length ends at once.
        if length > self.left.len() {
            bail!("{length} values in {} bytes", self.left.len());
        }
        let values = (0..length).map(|_| self.value(name, of));
        values.collect::<anyhow::Result<_>>().map(Decoded::List)
    }

    fn length(&mut self) -> anyhow::Result<usize> {
        Ok(usize::try_from(u32::from_le_bytes(self.take()?))?)
    }

    fn prefixed(&mut self) -> anyhow::Result<&'a [u8]> {
        let length = self.length()?;
        self.slice(length)
    }

    fn slice(&mut self, length: usize) -> anyhow::Result<&'a [u8]> {
        let (taken, left) = self.left.split_at_checked(length).with_context(|| {
            format!("{length} bytes are wanted, and {} are left", self.left.len())
        })?;
        self.left = left;
        Ok(taken)
    }

    fn take<const LENGTH: usize>(&mut self) -> anyhow::Result<[u8; LENGTH]> {
        Ok(self.slice(LENGTH)?.try_into()?)
    }
}
