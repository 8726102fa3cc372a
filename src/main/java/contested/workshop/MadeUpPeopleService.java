package contested.workshop;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets people into the demonstration's workshops who do not exist. All of them are guests, whoever leads too, so that
 * nobody has a passphrase, and all go with their workshop; who plays one comes in by a return phrase.
 */
@ApplicationScoped
@Transactional
public class MadeUpPeopleService {

    @Inject
    private AccountService accounts;

    @Inject
    private WorkshopService service;

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private Clock clock;

    /** A workshop as its first facilitator sees it. */
    public record Founded(Slug workshop, Actor facilitator) {}

    /** Founds a workshop that says of itself that its people are made up, led by a guest of that name. */
    public Founded found(WorkshopService.Founding set, String host) {
        Account guest = accounts.admitGuest("demonstration " + UUID.randomUUID(), host);
        // Whoever may found workshops on this portal, nobody who exists does it here.
        Slug slug = service.found(new Actor(guest.id(), Set.of(SiteRole.MEMBER, SiteRole.ADMINISTRATOR)), set);
        workshop(slug).makeUp();
        return new Founded(slug, new Actor(guest.id(), Set.of(SiteRole.GUEST)));
    }

    public Actor admit(Slug slug, String pseudonym, WorkshopRole role) {
        Workshop workshop = workshop(slug);
        Account guest = accounts.admitGuest("w" + workshop.id(), pseudonym);
        workshops.add(new WorkshopMember(workshop, guest, role, clock.instant()));
        return new Actor(guest.id(), Set.of(SiteRole.GUEST));
    }

    /** A phrase by which whoever evaluates the portal comes in as that person; it is shown once and not kept. */
    public ReturnPhrase phrase(Slug slug, Actor person) {
        ReturnPhrase phrase = ReturnPhrase.fresh();
        workshops.findMember(slug, person.id()).orElseThrow().returnBy(phrase);
        return phrase;
    }

    /** The code by which more people join. */
    public JoinCode code(Slug slug) {
        return workshop(slug).joinCode().orElseThrow();
    }

    /** The workshops of the demonstration that are there; to remove it is to wipe each of them. */
    public List<Slug> workshops() {
        return workshops.madeUp().stream().map(Workshop::slug).toList();
    }

    private Workshop workshop(Slug slug) {
        return workshops.find(slug).orElseThrow();
    }
}
