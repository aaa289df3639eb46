//! For the benchmark: a transfer hook that allows everything at once. What a transfer costs with it is
//! what Token-2022 charges for having a hook with these extra accounts; the rest is the hook's own doing.

/// Called by the runtime.
#[unsafe(no_mangle)]
pub extern "C" fn entrypoint(_input: *mut u8) -> u64 {
    0
}

// The linker asks for a panic handler, though nothing here panics.
solana_program_entrypoint::custom_panic_default!();
