package contested.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Deals people out by lot. It is told who comes and how full each place is, and nothing else of anybody: whatever they
 * think or have voted, the same lot falls.
 */
@ApplicationScoped
public class Lot {

    private final Random random;

    public Lot() {
        this(new SecureRandom());
    }

    public Lot(Random random) {
        this.random = random;
    }

    /**
     * Gives each newcomer one of the emptiest places, so that places differ by one at most where they did before.
     *
     * @param taken how many are at each place already; none where it is not named
     */
    <P, T> Map<P, T> deal(List<P> newcomers, List<T> places, Map<T, Integer> taken) {
        Map<T, Integer> full = new LinkedHashMap<>();
        places.forEach(place -> full.put(place, taken.getOrDefault(place, 0)));
        List<P> inAnyOrder = new ArrayList<>(newcomers);
        Collections.shuffle(inAnyOrder, random);
        Map<P, T> dealt = new LinkedHashMap<>();
        for (P newcomer : inAnyOrder) {
            int least = Collections.min(full.values());
            List<T> emptiest = places.stream()
                    .filter(place -> full.getOrDefault(place, 0) == least)
                    .toList();
            T place = emptiest.get(random.nextInt(emptiest.size()));
            full.merge(place, 1, Integer::sum);
            dealt.put(newcomer, place);
        }
        return dealt;
    }
}
