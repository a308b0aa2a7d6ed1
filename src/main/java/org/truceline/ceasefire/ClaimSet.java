package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.truceline.ceasefire.AreaInput.Member;
import org.truceline.ceasefire.AreaInput.Reading;

/**
 * The areas that one rule has under claims that hold at once.
 *
 * <p>Each is cut by its own claim's land before they are put together: a point lies in the union if some claim puts it
 * inside, on the bound party's side as that claim draws it, and in the intersection if every claim does. So the strip
 * between two claimed lines, which one claim gives to one side and one to the other, is in the union of both sides and in
 * the intersection of neither.
 */
final class ClaimSet {
    private final List<Member> members;

    private ClaimSet(List<Member> members) {
        this.members = members;
    }

    static ClaimSet of(List<Member> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("there are no claims to put together");
        }
        return new ClaimSet(members);
    }

    AreaResult read(Reading reading) {
        List<String> failed = members.stream()
                .filter(member -> member.result() instanceof AreaResult.Failure)
                .map(Member::claim)
                .toList();
        if (!failed.isEmpty()) {
            // Without it, the union would be too small and the intersection too large.
            return new AreaResult.Failure("the area could not be computed for " + String.join(", ", failed));
        }
        Optional<Extent> extent = reading == Reading.UNION ? union() : intersection();
        return extent.filter(area -> !area.isEmpty())
                .<AreaResult>map(area -> new AreaResult.Area(area, Optional.empty()))
                .orElseGet(() -> new AreaResult.Empty(
                        reading == Reading.UNION
                                ? "nothing lies inside under any claim"
                                : "nothing lies inside under every claim"));
    }

    private Optional<Extent> union() {
        return fold(Extent::united);
    }

    private Optional<Extent> intersection() {
        boolean someEmpty = members.stream().anyMatch(member -> member.result() instanceof AreaResult.Empty);
        return someEmpty ? Optional.empty() : fold(Extent::common);
    }

    private Optional<Extent> fold(BinaryOperator<Extent> operation) {
        return members.stream()
                .map(Member::result)
                .filter(AreaResult.Area.class::isInstance)
                .map(result -> ((AreaResult.Area) result).extent())
                .reduce(operation);
    }
}
