package contested.web;

import contested.discussion.CommentState;
import contested.discussion.Entry;
import contested.discussion.ThreadColumns;
import contested.moderation.ThreadRemark;
import contested.moderation.ThreadRemarkService;
import contested.shared.Slug;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands beside comments in their thread: why one is not shown, and what the reader has just done. */
@Named
@RequestScoped
public class ThreadRemarks {

    @Inject
    private ThreadPart thread;

    @Inject
    private ThreadRemarkService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private final List<Entry> shown = new ArrayList<>();
    private Set<Slug> automatic = Set.of();
    private Map<Slug, ThreadRemark> remarks = Map.of();
    private String did = "";

    @PostConstruct
    void load() {
        thread.getEntries().forEach(this::gather);
        thread.getColumns().stream().map(ThreadColumns.Column::entries).forEach(all -> all.forEach(this::gather));
        automatic = service.hiddenAutomatically(shown.stream()
                .filter(e -> e.isPlace() && e.state() == CommentState.HIDDEN)
                .map(Entry::slug)
                .toList());
        remarks = service.remarksFor(
                visitor.actor(),
                shown.stream().filter(Entry::own).map(Entry::slug).toList());
        did = address.passing(ThreadPart.DID).orElse("");
    }

    private void gather(Entry entry) {
        shown.add(entry);
        entry.replies().forEach(this::gather);
    }

    /** Whether the place stands empty by itself, after reports, until a moderator looks. */
    public boolean isAutomatic(Entry place) {
        return automatic.contains(place.slug());
    }

    /** Why the reader's own comment is not shown as they left it; null where it is. */
    public @Nullable ThreadRemark of(Entry own) {
        return remarks.get(own.slug());
    }

    private @Nullable Entry linked() {
        return shown.stream()
                .filter(e -> e.own() && e.slug().equals(thread.getLinked()))
                .findFirst()
                .orElse(null);
    }

    /** Under which targets the browser may still keep what was sent, see {@link CommentPage#getTarget}. */
    public String getSentFrom() {
        Entry own = linked();
        return own == null
                ? ""
                : CommentPage.target(address.thread(), own.slug(), null) + " "
                        + CommentPage.target(address.thread(), null, own.answers());
    }

    /** The message key of what became of what the reader has just sent; empty text where they sent nothing. */
    public String getDid() {
        Entry own = linked();
        if (own == null) {
            return "";
        }
        return switch (did) {
            case ThreadPart.SENT -> "thread.did." + (own.waitingHtml() != null ? "LATER" : own.state());
            case ThreadPart.WITHDRAWN -> own.state() == CommentState.WITHDRAWN ? "thread.did.WITHDRAWN" : "";
            default -> "";
        };
    }
}
