package org.truceline.qgis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The groups in which the project lists its layers, and in which it draws them: the first one over all others. */
final class LayerTree {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "What is reported",
                    List.of("incidents", "incident-areas", "possible-duplicates", "statements", "casualty-statements")),
            new Group(
                    "Sightings and compliance",
                    List.of("compliance", "sightings", "compliance-claims", "sighting-areas")),
            new Group("Lines and places", List.of("places", "boundary-lines")),
            new Group(
                    "Agreements, withdrawal and patrols",
                    List.of(
                            "agreements",
                            "withdrawal-rules",
                            "patrols",
                            "patrol-zones",
                            "withdrawal-areas",
                            "withdrawal-area-parts",
                            "withdrawal-area-versions")));

    /** Land lies below all others. */
    private static final Group GROUND = new Group("Ground", List.of("territories"));

    private LayerTree() {}

    /** @param layerIds from the top down */
    private record Group(String title, List<String> layerIds) {
        List<ProjectLayer> of(List<ProjectLayer> layers) {
            return layers.stream()
                    .filter(layer -> layerIds.contains(layer.layer().id()))
                    .sorted(Comparator.comparing(
                            layer -> layerIds.indexOf(layer.layer().id())))
                    .toList();
        }
    }

    /** A group with the layers that it has on this server, one or more. */
    record Branch(String title, List<ProjectLayer> layers) {}

    /** All layers in their groups; those of the operator's own in one between ours and the ground. */
    static List<Branch> of(List<ProjectLayer> layers) {
        List<Branch> branches = new ArrayList<>();
        GROUPS.forEach(group -> branches.add(new Branch(group.title(), group.of(layers))));
        branches.add(new Branch(
                "Further layers", layers.stream().filter(LayerTree::isInNoGroup).toList()));
        branches.add(new Branch(GROUND.title(), GROUND.of(layers)));
        branches.removeIf(branch -> branch.layers().isEmpty());
        return branches;
    }

    private static boolean isInNoGroup(ProjectLayer layer) {
        String id = layer.layer().id();
        return !GROUND.layerIds().contains(id)
                && GROUPS.stream().noneMatch(group -> group.layerIds().contains(id));
    }

    static void write(QgisXml xml, List<Branch> branches, String server) {
        xml.open("layer-tree-group");
        for (Branch branch : branches) {
            xml.open("layer-tree-group", "name", branch.title(), "checked", "Qt::Checked", "expanded", "1");
            for (ProjectLayer layer : branch.layers()) {
                xml.empty(
                        "layer-tree-layer",
                        "id",
                        layer.id(),
                        "name",
                        layer.layer().title(),
                        "checked",
                        layer.isShown() ? "Qt::Checked" : "Qt::Unchecked",
                        "expanded",
                        "0",
                        "providerKey",
                        "OAPIF",
                        "source",
                        layer.source(server));
            }
            xml.close("layer-tree-group");
        }
        xml.close("layer-tree-group");
    }
}
