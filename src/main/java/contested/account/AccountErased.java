package contested.account;

/**
 * Somebody had their account erased. Fired inside the erasing transaction, after the account has lost its name.
 *
 * @param eraseTexts whether what they wrote goes too; else it stays without a name
 */
public record AccountErased(long account, boolean eraseTexts) {}
