package contested.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether somebody may write at present. Everybody may whose account stands. */
@ApplicationScoped
public class WritingBan {

    public boolean mayWrite(Account account) {
        return !account.isErased();
    }
}
