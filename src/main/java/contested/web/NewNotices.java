package contested.web;

import contested.notice.NoticeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** How many notices are new for whoever looks, for the head of each page of somebody signed in. */
@Named
@RequestScoped
public class NewNotices {

    @Inject
    private NoticeService notices;

    @Inject
    private Visitor visitor;

    private @Nullable Long count;

    /** Zero for a visitor, of whom nobody asks the database. One query otherwise. */
    public long getCount() {
        if (count == null) {
            count = visitor.isSignedIn() ? notices.countNew(visitor.actor()) : 0;
        }
        return count;
    }
}
