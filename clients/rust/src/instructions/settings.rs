//! Settings of an issuer and its shares, and their queue.
