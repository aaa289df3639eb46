//! What corporate actions pay: opened, funded, claimed, exchanged, tendered.
