package contested.web;

import contested.access.Permission;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.SignUpMode;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /admin}: accounts and roles, and how people sign up. */
@Named
@RequestScoped
public class AdminPage implements FormPage {

    private static final String SEARCH = "name";
    private static final String GIVE = "give";
    private static final String TAKE = "take";

    @Inject
    private AccountService accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private List<Account> found = List.of();

    @PostConstruct
    void load() {
        Permission.ADMINISTER.require(visitor.actor());
        found = accounts.search(visitor.actor(), getSearched());
    }

    @Override
    public String submit() {
        if (form.has("do", "sign-up")) {
            accounts.openSignUpTo(visitor.actor(), chosenMode());
        } else {
            boolean given = form.find(GIVE).isPresent();
            accounts.trust(visitor.actor(), chosenAccount(), chosenRole(given ? GIVE : TAKE), given);
        }
        return links.getAdmin();
    }

    private SignUpMode chosenMode() {
        return Arrays.stream(SignUpMode.values())
                .filter(m -> m.name().equals(form.value("mode")))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("mode", "admin.sign-up.choose"));
    }

    private SiteRole chosenRole(String field) {
        return getRoles().stream()
                .filter(r -> r.name().equals(form.value(field)))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    private long chosenAccount() {
        return Optional.of(form.value("account"))
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    public List<Account> getFound() {
        return found;
    }

    public String getSearched() {
        return address.parameter(SEARCH, Optional::of).orElse("");
    }

    /** Those that an administrator gives and takes. */
    public List<SiteRole> getRoles() {
        return List.of(SiteRole.MODERATOR, SiteRole.EDITOR, SiteRole.ADMINISTRATOR);
    }

    public List<SignUpMode> getModes() {
        return List.of(SignUpMode.values());
    }

    public SignUpMode getMode() {
        return accounts.mode();
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
