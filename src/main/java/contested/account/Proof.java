package contested.account;

/**
 * By what somebody signed in shows that it is really them before something that cannot be taken back: their passphrase,
 * or, for an account without one, a sign-in of a few minutes ago.
 *
 * @param passphrase as typed; empty for an account without one
 * @param token      of the browser's cookie
 */
public record Proof(String passphrase, String token) {}
