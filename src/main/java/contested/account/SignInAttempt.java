package contested.account;

/**
 * Somebody on the way to the identity provider and back. The browser keeps it, sealed; the server keeps nothing.
 *
 * @param state    ties the answer to the browser that asked
 * @param nonce    ties the token to this attempt
 * @param verifier ties the code to this attempt. Source: RFC 7636
 */
public record SignInAttempt(String state, String nonce, String verifier) {

    static SignInAttempt fresh() {
        return new SignInAttempt(Secrets.fresh(), Secrets.fresh(), Secrets.fresh());
    }
}
