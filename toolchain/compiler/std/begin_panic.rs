    #[cfg(target_os = "solana")]
    {
        let payload: &dyn Any = &msg;
        let text: &str = match (payload.downcast_ref::<&'static str>(), payload.downcast_ref::<String>()) {
            (Some(text), _) => text,
            (_, Some(text)) => text.as_str(),
            _ => "Box<dyn Any>",
        };
        core::panicking::panic_display(&text)
    }
