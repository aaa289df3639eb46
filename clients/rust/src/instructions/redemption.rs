//! Shares back: escrowed, settled, rejected, reclaimed, burned.
