package contested.web;

import contested.access.Permission;
import contested.account.AccountService;
import contested.account.SignUpMode;
import contested.moderation.HouseRulesService;
import contested.operation.DocumentDeskService;
import contested.operation.DocumentDeskService.Holding;
import contested.source.TextState;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /admin}: how the portal is set up, and the ways to the pages that change it. */
@Named
@RequestScoped
public class AdminPage implements FormPage {

    private static final String FOUNDERS = "founders";
    private static final Set<String> DONE = Set.of(FOUNDERS, DemonstrationPart.REMOVED);

    @Inject
    private AccountService accounts;

    @Inject
    private HouseRulesService rules;

    @Inject
    private DocumentDeskService documents;

    @Inject
    private Visitor visitor;

    @Inject
    private FoundingPart founding;

    @Inject
    private DemonstrationPart demonstration;

    @Inject
    private Address address;

    @Inject
    private Links links;

    private List<Holding> holdings = List.of();

    @PostConstruct
    void load() {
        Permission.ADMINISTER.require(visitor.actor());
        holdings = documents.holdings(visitor.actor());
    }

    /** Who may found workshops, and whether the demonstration stays. */
    @Override
    public String submit() {
        if (demonstration.isMeant()) {
            demonstration.remove();
            return did(DemonstrationPart.REMOVED);
        }
        founding.choose();
        return did(FOUNDERS);
    }

    private String did(String what) {
        return links.to(Route.ADMIN, "", Map.of(ThreadPart.DID, what)) + "#did";
    }

    /** What was done before this page: {@code founders} or {@code demonstration}; empty for nothing. */
    public String getDone() {
        return address.parameter(ThreadPart.DID, did -> Optional.of(did).filter(DONE::contains))
                .orElse("");
    }

    public long getAccounts() {
        return accounts.count(visitor.actor());
    }

    /** Who may make an account, as a part of a message key. */
    public String getMode() {
        SignUpMode mode = accounts.mode();
        return mode.name().toLowerCase(Locale.ROOT);
    }

    public int getInvitations() {
        return accounts.invitations(visitor.actor()).size();
    }

    public int getRulesVersion() {
        return rules.current().number();
    }

    public int getRules() {
        return rules.current().rules().size();
    }

    public int getSources() {
        return holdings.size();
    }

    /** Sources of whose text something is here. */
    public long getInstalled() {
        return holdings.stream()
                .filter(h -> h.report().state() != TextState.NOT_INSTALLED)
                .count();
    }
}
