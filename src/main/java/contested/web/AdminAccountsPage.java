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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /admin/accounts}: who is here, found by how the pseudonym begins, and what they are trusted with. */
@Named
@RequestScoped
public class AdminAccountsPage implements FormPage {

    private static final String SEARCHED = "name";
    private static final String AFTER = "after";
    private static final String GIVE = "give";
    private static final String TAKE = "take";
    private static final String ACCOUNT = "account";
    private static final String DID = "did";

    private static final Pattern DONE = Pattern.compile("(given|taken)-(moderator|editor|administrator)");

    /** What is asked once more: whether the actor leaves, and whether another comes. */
    private static final List<String> ASKED = List.of("own", "trusted");

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

    @Inject
    private Text text;

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
        boolean leaving = visitor.actor().isAccount(account) && !given && role == SiteRole.ADMINISTRATOR;
        if (!form.has("confirmed", "yes")) {
            askFirst(leaving, given && role == SiteRole.ADMINISTRATOR);
        }
        accounts.trust(visitor.actor(), account, role, given);
        return leaving
                ? links.to(Route.ME, "", Map.of(DID, MePage.LEFT_OFFICE))
                : here(Map.of(DID, (given ? "given-" : "taken-") + key(role), ACCOUNT, String.valueOf(account)));
    }

    /** What cannot simply be taken back is asked twice: who leaves is out, and a new administrator may take it from all. */
    private static void askFirst(boolean leaving, boolean joining) {
        if (leaving) {
            throw new UserFacingException("own", "admin.role.own");
        }
        if (joining) {
            throw new UserFacingException("trusted", "admin.role.trusted");
        }
    }

    private SiteRole chosenRole(String field) {
        return getRoles().stream()
                .filter(r -> r.name().equals(form.value(field)))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    private long chosenAccount() {
        return Optional.of(form.value(ACCOUNT))
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

    /** The page without what was asked or done on it. */
    public String getHere() {
        return here(Map.of());
    }

    /** What was done before this page, in a sentence; empty for nothing, and where nobody listed has that account. */
    public String getDone() {
        Matcher act = DONE.matcher(address.parameter(DID, Optional::of).orElse(""));
        return act.matches() && !form.isSent()
                ? getDoneTo().map(account -> said(act, account)).orElse("")
                : "";
    }

    private String said(Matcher act, Account account) {
        return text.with(
                "admin.role." + act.group(1), account.pseudonym().orElse(""), text.get("admin.role." + act.group(2)));
    }

    /** The account that it was done to. */
    public Optional<Account> getDoneTo() {
        return address.parameter(ACCOUNT, TypedValue::number).flatMap(this::listed);
    }

    /** The account that the form is about. */
    public Optional<Account> getAbout() {
        return TypedValue.number(form.value(ACCOUNT)).flatMap(this::listed);
    }

    private Optional<Account> listed(long id) {
        return getFound().stream().filter(a -> a.id() == id).findFirst();
    }

    /** Whether this is the account about which the actor is asked once more. */
    public boolean isAsked(Account account) {
        return ASKED.stream().anyMatch(form::isWrong) && form.has(ACCOUNT, String.valueOf(account.id()));
    }

    /** What is wrong, or asked once more, whatever field it stands at. */
    public String getFault() {
        return form.getWrongFields().stream().findFirst().map(form::error).orElseGet(() -> form.error(""));
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
