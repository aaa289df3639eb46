    #[cfg(target_os = "solana")]
    {
        unsafe extern "Rust" {
            fn custom_panic(info: &core::panic::PanicInfo<'_>);
        }
        unsafe { custom_panic(info) };
        crate::sys::abort_internal()
    }
    #[cfg(not(target_os = "solana"))]
    panic_handler_with_hooks(info)
}

#[cfg(not(any(test, doctest)))]
#[allow(dead_code)]
fn panic_handler_with_hooks(info: &core::panic::PanicInfo<'_>) -> ! {
