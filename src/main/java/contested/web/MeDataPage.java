package contested.web;

import contested.access.Permission;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /me/data}: what is held of one, to take along or to have deleted. */
@Named
@RequestScoped
public class MeDataPage {

    @Inject
    private Visitor visitor;

    @PostConstruct
    void admit() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
    }

    /** The parts of the file, by their names in it. */
    public List<String> getParts() {
        return List.of("account", "signIns", "comments", "reports", "notices", "sanctions", "workshops");
    }
}
