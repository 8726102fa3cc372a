package contested.web;

import contested.access.Permission;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.Sanction;
import contested.account.SanctionService;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /admin/accounts}: who is here, found by how the pseudonym begins, and what they are trusted with. */
@Named
@RequestScoped
public class AdminAccountsPage implements FormPage {

    private static final String SEARCHED = "name";
    private static final String AFTER = "after";
    private static final String GIVE = "give";
    private static final String TAKE = "take";

    @Inject
    private AccountService accounts;

    @Inject
    private SanctionService sanctions;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private @Nullable List<Account> found;
    private @Nullable List<Sanction> inForce;

    @PostConstruct
    void admit() {
        Permission.ADMINISTER.require(visitor.actor());
    }

    @Override
    public String submit() {
        boolean given = form.find(GIVE).isPresent();
        SiteRole role = chosenRole(given ? GIVE : TAKE);
        long account = chosenAccount();
        boolean own = visitor.actor().isAccount(account);
        boolean leaving = own && !given && role == SiteRole.ADMINISTRATOR;
        if (leaving && !form.has("confirmed", "yes")) {
            throw new UserFacingException("own", "admin.role.own");
        }
        accounts.trust(visitor.actor(), account, role, given);
        return leaving ? links.getMe() : here(Map.of());
    }

    private SiteRole chosenRole(String field) {
        return getRoles().stream()
                .filter(r -> r.name().equals(form.value(field)))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    private long chosenAccount() {
        return Optional.of(form.value("account"))
                .flatMap(TypedValue::number)
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    private String here(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>();
        for (String kept : List.of(SEARCHED, AFTER)) {
            address.parameter(kept, Optional::of).ifPresent(value -> all.put(kept, value));
        }
        all.putAll(changed);
        return links.to(Route.ADMIN_ACCOUNTS, "", all);
    }

    public List<Account> getFound() {
        if (found == null) {
            long before = address.parameter(AFTER, TypedValue::number).orElse(Long.MAX_VALUE);
            found = accounts.search(visitor.actor(), getSearched(), before);
        }
        return found;
    }

    public String getSearched() {
        return address.parameter(SEARCHED, Optional::of).orElse("");
    }

    /** The next page; empty on the last one. */
    public String getMore() {
        return getFound().size() < AccountService.PAGE
                ? ""
                : here(Map.of(
                        AFTER,
                        String.valueOf(getFound().get(getFound().size() - 1).id())));
    }

    /** What holds for an account now. */
    public List<Sanction> sanctions(Account account) {
        if (inForce == null) {
            inForce = sanctions.inForce(
                    visitor.actor(), getFound().stream().map(Account::id).toList());
        }
        return inForce.stream()
                .filter(s -> s.account().id().equals(account.id()))
                .toList();
    }

    public boolean isOwn(Account account) {
        return visitor.actor().isAccount(account.id());
    }

    /** Those that an administrator gives and takes. */
    public List<SiteRole> getRoles() {
        return List.of(SiteRole.MODERATOR, SiteRole.EDITOR, SiteRole.ADMINISTRATOR);
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
