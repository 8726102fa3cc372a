package contested.discussion;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.Pseudonym;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.question.Question;
import contested.question.QuestionRepository;
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
import java.util.Set;
import java.util.UUID;

/** The thread on phones at Lakeside, with Anh and Bo who write in it, on a database of its own. */
final class SampleThread implements AutoCloseable {

    static final Slug PHONES = SampleDebate.PHONES;
    static final String REASON = "Breaks are for talking, and nobody talks to a screen.";

    final Database database;
    final Actor anh;
    final Actor bo;

    private Instant now = Database.NOW;
    private int said;

    SampleThread(Engine engine, Path folder) {
        database = Database.on(engine);
        database.wiring().put(Clock.class, clock());
        database.filledWith(SampleDebate.pack(folder));
        database.get(CommentService.class);
        anh = member("Anh");
        bo = member("Bo");
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
                return now;
            }
        };
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Actor member(String name) {
        return database.inTransaction(() -> {
            Account account = new Account(Pseudonym.of(name), "no hash", null, now);
            database.entityManager().persist(account);
            return new Actor(account.id(), Set.of(SiteRole.MEMBER));
        });
    }

    Account account(Actor actor) {
        return database.entityManager().find(Account.class, actor.id());
    }

    // ---- What somebody types

    static Draft draft(String text) {
        return draft(text, null);
    }

    static Draft draft(String text, Slug parent) {
        return new Draft(
                Stance.NONE, null, text, List.of(), parent, UUID.randomUUID().toString());
    }

    static Draft taking(Slot slot, String... cited) {
        return new Draft(
                Stance.TAKES,
                slot,
                REASON,
                List.of(cited).stream().map(Slug::new).toList(),
                null,
                UUID.randomUUID().toString());
    }

    // ---- What services do, each in its transaction

    Slug post(Actor actor, Draft draft) {
        return database.inTransaction(
                () -> database.get(CommentService.class).post(actor, ThreadKey.open(PHONES), draft));
    }

    void edit(Actor actor, Slug slug, Draft draft) {
        database.doInTransaction(() -> database.get(CommentService.class).edit(actor, slug, draft));
    }

    void withdraw(Actor actor, Slug slug) {
        database.doInTransaction(() -> database.get(CommentService.class).withdraw(actor, slug));
    }

    void publish(Slug slug) {
        change(slug, comment -> comment.publish(now));
    }

    void become(Slug slug, CommentState state) {
        change(slug, comment -> comment.become(state, now));
    }

    private void change(Slug slug, java.util.function.Consumer<Comment> verb) {
        database.doInTransaction(() -> {
            Comment comment =
                    database.get(DiscussionRepository.class).find(slug).orElseThrow();
            database.get(VisibleChanges.class).make(comment, () -> verb.accept(comment));
        });
    }

    ThreadPage page(Actor reader) {
        return page(reader, ThreadFilter.ALL, ThreadOrder.OLDEST, null);
    }

    ThreadPage page(Actor reader, ThreadFilter filter, ThreadOrder order, String cursor) {
        return database.inTransaction(
                () -> database.get(ThreadService.class).page(reader, ThreadKey.open(PHONES), filter, order, cursor));
    }

    // ---- Comments that are there already, past the checks

    /** Published, at the top, without position and passages. */
    Slug said(Actor author) {
        return said(author, null, null);
    }

    Slug answered(Actor author, Slug parent) {
        return said(author, null, parent);
    }

    Slug said(Actor author, Slot slot, Slug parent, String... cited) {
        Slug slug = waiting(author, slot, parent, cited);
        publish(slug);
        return slug;
    }

    Slug waiting(Actor author, Slot slot, Slug parent, String... cited) {
        return database.inTransaction(() -> {
            DiscussionRepository discussion = database.get(DiscussionRepository.class);
            Question question =
                    database.get(QuestionRepository.class).find(PHONES).orElseThrow();
            List<Passage> passages = List.of(cited).stream()
                    .map(p -> database.get(PassageRepository.class)
                            .find(new Slug(p))
                            .orElseThrow())
                    .toList();
            said++;
            Comment comment = new Comment(
                    new Slug("c" + said),
                    discussion.threadOf(question),
                    parent == null ? null : discussion.find(parent).orElseThrow(),
                    account(author),
                    slot == null ? Stance.NONE : Stance.TAKES,
                    slot == null ? null : question.position(slot).orElseThrow(),
                    "key-" + said,
                    now);
            comment.revise("Reason number " + said + " of this sample thread.", passages, now);
            discussion.add(comment);
            return comment.slug();
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
