package contested.workshop;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.Pseudonym;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.question.Slot;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lesson on phones at Lakeside, led by Thu Hà, on a database of its own. */
public final class SampleWorkshop implements AutoCloseable {

    public static final Slug PHONES = SampleDebate.PHONES;

    public final Database database;
    public final Actor facilitator;
    public final Slug slug;

    /** One for all workshops of a database: its services know one clock. */
    private final AtomicReference<Instant> now;

    public SampleWorkshop(Engine engine, Path folder, Template template) {
        now = new AtomicReference<>(Database.NOW);
        database = Database.on(engine);
        database.wiring().put(Clock.class, clock());
        // The same lot falls in each test, unless something else than the lot had a say.
        database.wiring().put(Lot.class, new Lot(new Random(7)));
        database.filledWith(SampleDebate.pack(folder));
        // Whoever observes must be there before the event.
        database.get(JoinService.class);
        database.get(CommentService.class);
        facilitator = member("Thu Hà", SiteRole.MEMBER);
        slug = found(template);
    }

    private SampleWorkshop(SampleWorkshop first, Template template) {
        database = first.database;
        facilitator = first.facilitator;
        now = first.now;
        slug = found(template);
    }

    /** One more of the same facilitator's in the same database. */
    public SampleWorkshop another() {
        return new SampleWorkshop(this, Template.CLASS_50);
    }

    private Slug found(Template template) {
        return run(
                WorkshopService.class,
                service -> service.found(
                        facilitator,
                        new WorkshopService.Founding(
                                "Phones at Lakeside", PHONES, template, ZoneOffset.UTC, null, null)));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public Instant now() {
        return now.get();
    }

    /** Somebody with an account of their own. */
    public Actor member(String name, SiteRole... roles) {
        return database.inTransaction(() -> {
            Account account = new Account(Pseudonym.of(name), "no hash", null, now.get());
            database.entityManager().persist(account);
            return new Actor(account.id(), Set.of(roles));
        });
    }

    /** Somebody who joined by the code. */
    public Actor joined(String pseudonym) {
        String token = join(code(), pseudonym).token();
        return run(AccountService.class, accounts -> accounts.visit(token))
                .orElseThrow()
                .actor();
    }

    public JoinService.Joined join(JoinCode code, String pseudonym) {
        return run(JoinService.class, service -> service.join(code, pseudonym));
    }

    public Actor moderator(String pseudonym) {
        Actor actor = joined(pseudonym);
        long id = memberId(actor);
        database.doInTransaction(
                () -> database.get(JoinService.class).trustAs(facilitator, slug, id, WorkshopRole.MODERATOR));
        return actor;
    }

    public long memberId(Actor actor) {
        return run(SeatService.class, seats -> seats.get(actor, slug)).member().id();
    }

    public JoinCode code() {
        return workshop().joinCode().orElseThrow();
    }

    public Workshop workshop() {
        return run(WorkshopRepository.class, all -> all.find(slug)).orElseThrow();
    }

    public void enter(Phase next) {
        Phase present = workshop().standingAt(now.get()).phase();
        database.doInTransaction(() -> database.get(WorkshopService.class).enter(facilitator, slug, present, next));
    }

    public void vote(Actor actor, BallotRound round, @Nullable Slot position, int confidence) {
        database.doInTransaction(
                () -> database.get(BallotService.class).cast(actor, slug, PHONES, round, position, confidence));
    }

    public Slug post(Actor actor, String text) {
        return run(
                CommentService.class,
                comments -> comments.post(
                        actor,
                        ThreadKey.in(slug, PHONES),
                        new Draft(
                                Stance.NONE,
                                null,
                                text,
                                List.of(),
                                null,
                                UUID.randomUUID().toString())));
    }

    /** What a service answers, in a transaction of its own. */
    public <S, T> T run(Class<S> service, Function<S, T> call) {
        return database.inTransaction(() -> call.apply(database.get(service)));
    }

    /** The same, of what may not be there. */
    public <S, T> Optional<T> find(Class<S> service, Function<S, Optional<T>> call) {
        return database.inTransaction(() -> call.apply(database.get(service)));
    }

    @Override
    public void close() {
        database.close();
    }
}
