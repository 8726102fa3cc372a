package contested.account;

/** Somebody has signed in. Fired inside the transaction, so that rooms above clear away what has had its time. */
public record SignedIn(long account) {}
