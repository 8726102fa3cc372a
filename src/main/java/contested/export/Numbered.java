package contested.export;

import contested.workshop.WorkshopMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of a workshop by number: P1 is who was first in it. Nobody is ever taken off the list of members, so whoever
 * comes later, leaves or is put out changes nobody's number.
 */
final class Numbered {

    private final Map<Long, String> byAccount = new HashMap<>();

    /** @param members everybody who ever joined, in the order in which they did */
    Numbered(List<WorkshopMember> members) {
        members.forEach(m -> byAccount.put(m.account().id(), "P" + (byAccount.size() + 1)));
    }

    /** Null for somebody who was never in it. */
    @Nullable
    String of(long account) {
        return byAccount.get(account);
    }
}
