package org.truceline.editing;

/**
 * What a client may do with a layer that can be edited.
 *
 * @param id of the layer
 * @param table that holds its records, in the schema ceasefire
 * @param geometry of a feature
 * @param moved another one
 * @param properties of a feature, without braces
 * @param changed one property of it with another value
 * @param changedAgain the same one with a third value
 * @param disjoint another property with another value
 * @param faulty properties that are wrong in several ways, without braces
 * @param pointers to them, and to the geometry where there must be one, in alphabetical order
 */
record EditableLayer(
        String id,
        String table,
        String geometry,
        String moved,
        String properties,
        String changed,
        String changedAgain,
        String disjoint,
        String faulty,
        String pointers) {
    private static final String POINT = "{\"type\":\"Point\",\"coordinates\":[70.55,39.9]}";
    private static final String OTHER_POINT = "{\"type\":\"Point\",\"coordinates\":[70.56,39.91]}";
    private static final String AREA = polygons("70.5,39.9", "70.6,39.9");
    private static final String OTHER_AREA = polygons("70.5,39.8", "70.7,39.9");

    private static final String SEEN = """
            "side":"KG","equipment_class":"tank","observed_count":3,"count_qualifier":"about","purpose":"demining",
            "summary":"Tanks on the road","time_start":"2021-04-29T10:00:00Z","time_end":"2021-04-29T11:00:00Z",
            "time_precision":"hour","location_method":"gazetteer","place":"vorukh","place_as_reported":"Vorukh",
            "observation_means":"saw","status":"reported","event_group":"g-1","reported_in":"KT-2021-001"
            """;
    private static final String UNSEEN = """
            "side":"XX","equipment_class":"dragon","observed_count":0,"count_qualifier":"about","summary":"Seen",
            "time_precision":"hour","place":"nowhere","duplicate_of":"nothing"
            """;
    private static final String UNSEEN_POINTERS = "/properties/duplicate_of"
            + " /properties/equipment_class /properties/observed_count /properties/place /properties/side"
            + " /properties/time_precision";

    private static String polygons(String first, String second) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[" + first + "],[" + second + "],[70.6,40.1],[" + first
                + "]]]]}";
    }

    static EditableLayer places() {
        return new EditableLayer(
                "places",
                "place",
                POINT,
                OTHER_POINT,
                """
                "name":"Upper Spring","kind":"village","side":"KG","disputed":false,"admin_note":"Batken",
                "uncertainty_m":250.5,"confidence":"low","source":"A map"
                """,
                "\"name\":\"Lower Spring\"",
                "\"name\":\"Spring\"",
                "\"confidence\":\"high\"",
                """
                "kind":"castle","side":"XX","uncertainty_m":-1,"names":["Spring"]
                """,
                "/geometry /properties/kind /properties/name /properties/side /properties/uncertainty_m");
    }

    static EditableLayer patrolZones() {
        return new EditableLayer(
                "patrol-zones",
                "patrol_zone",
                AREA,
                OTHER_AREA,
                """
                "name":"Along the road","patrol_type":"joint","means":"foot","schedule":"Daily","form":"corridor",
                "width_m":500.5,"illustrative":true,"note":"Drawn by hand","agreement":"kt-patrols-2019-07-24",
                "parties":"KG, TJ",
                "valid_from":"2021-05-01T00:00:00Z","valid_to":"2021-06-01T00:00:00Z"
                """,
                "\"schedule\":\"At night\"",
                "\"schedule\":null",
                "\"means\":\"vehicle\"",
                """
                "name":"","patrol_type":"secret","form":"polygon","width_m":5,"agreement":"nowhere","illustrative":"yes"
                """,
                "/geometry /properties/agreement /properties/form /properties/illustrative /properties/name"
                        + " /properties/patrol_type");
    }

    /** Of a time in which no rule of the example holds, so that no area is measured from it. */
    static EditableLayer boundaryLines() {
        return new EditableLayer(
                "boundary-lines",
                "alignment",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[70.5,39.9],[70.6,39.95]]]}",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[70.5,39.9],[70.6,39.96],[70.7,40.1]]]}",
                """
                "line":"kg-tj","status":"claimed","claimant":"KG","dataset":"osm-2017","note":"As claimed then",
                "valid_from":"1990-01-01","valid_to":"1991-01-01","left_party":"TJ"
                """,
                "\"note\":\"As claimed later\"",
                "\"note\":null",
                "\"claimant\":\"TJ\"",
                """
                "line":"nowhere","status":"agreed","claimant":"KG","dataset":"nowhere","valid_from":"1992-01-01",
                "valid_to":"1991-01-01"
                """,
                "/geometry /properties/dataset /properties/line /properties/status /properties/valid_from");
    }

    /** No country: those cut the areas of the example. */
    static EditableLayer territories() {
        return new EditableLayer(
                "territories",
                "territory",
                AREA,
                OTHER_AREA,
                """
                "name":"A valley","name_local":"Valley","kind":"exclave","party":"KG","host_party":"TJ",
                "dataset":"osm-2017","valid_from":"1990-01-01","valid_to":"1991-01-01"
                """,
                "\"name\":\"The valley\"",
                "\"name\":\"Valley\"",
                "\"name_local\":null",
                """
                "name":" ","kind":"exclave","party":"XX","dataset":"osm-2017","valid_from":"soon"
                """,
                "/geometry /properties/kind /properties/name /properties/party /properties/valid_from");
    }

    static EditableLayer agreements() {
        return new EditableLayer(
                "agreements",
                "agreement",
                POINT,
                OTHER_POINT,
                """
                "name":"Of the bridge","kind":"ceasefire","provisions":["ceasefire","other"],"summary":"Quiet",
                "concluded_on":"2021-05-01","in_force_from":"2021-05-01T00:00:00Z","in_force_to":"2021-06-01T00:00:00Z",
                "text_reference":"A letter","parties":"KG, UZ","place":"vorukh","uncertainty_m":100.5,"event_group":"g-1"
                """,
                "\"provisions\":[\"ceasefire\",\"road_access\"]",
                "\"provisions\":[]",
                "\"summary\":null",
                """
                "name":"X","kind":"peace","provisions":["peace"],"concluded_on":"2021-02-30","uncertainty_m":5,
                "place":"nowhere"
                """,
                "/geometry /properties/concluded_on /properties/kind /properties/place /properties/provisions");
    }

    static EditableLayer sightings() {
        return new EditableLayer(
                "sightings",
                "sighting",
                POINT,
                OTHER_POINT,
                SEEN + ",\"uncertainty_m\":250.5",
                "\"summary\":\"Three tanks\"",
                "\"summary\":\"Tanks\"",
                "\"uncertainty_m\":null",
                UNSEEN + ",\"uncertainty_m\":250.5",
                UNSEEN_POINTERS + " /properties/uncertainty_m");
    }

    static EditableLayer sightingAreas() {
        return new EditableLayer(
                "sighting-areas",
                "sighting",
                AREA,
                OTHER_AREA,
                SEEN,
                "\"summary\":\"Three tanks\"",
                "\"summary\":\"Tanks\"",
                "\"observed_count\":4",
                UNSEEN + ",\"bearing_deg\":361,\"observer_longitude\":70.5",
                "/properties/bearing_deg "
                        + UNSEEN_POINTERS.replace(
                                "/properties/place", "/properties/observer_longitude /properties/place"));
    }

    /** At a post: its area is small, and computed in no time. */
    static EditableLayer withdrawalRules() {
        return new EditableLayer(
                "withdrawal-rules",
                "withdrawal_rule",
                "null",
                "null",
                """
                "agreement":"kt-protocol-2022-09-25","party":"KG","equipment_class":"mortar, tank","site":"kt-post-ak-say",
                "side":"both","ends":"flat","distance_from_m":50.5,"distance_m":250.5,"basis":"per_side","comparator":">",
                "phase":"First","section":"All of it","reference":"Article 1","valid_from":"2022-10-01T00:00:00Z",
                "valid_to":"2022-11-01T00:00:00Z"
                """,
                "\"equipment_class\":\"mlrs, tank\"",
                "\"equipment_class\":\"tank\"",
                "\"distance_m\":300.5",
                """
                "agreement":"kt-protocol-2022-09-25","party":"UZ","line":"kg-tj","site":"kt-post-ak-say","side":"own",
                "comparator":"=","distance_from_m":50,"distance_m":20,"valid_from":"soon"
                """,
                "/properties/agreement /properties/comparator /properties/distance_from_m /properties/line"
                        + " /properties/site /properties/valid_from");
    }

    static EditableLayer patrols() {
        return new EditableLayer(
                "patrols",
                "patrol",
                POINT,
                OTHER_POINT,
                """
                "patrol_type":"joint","means":"foot","parties":"KG, TJ","outcome":"denied","reason":"The road was closed",
                "summary":"Turned back at the bridge","time_start":"2021-06-01T06:00:00Z","time_end":"2021-06-01T08:00:00Z",
                "zone":"kt-joint-batken-ak-say","uncertainty_m":100.5,"source":"Both sides"
                """,
                "\"outcome\":\"partial\"",
                "\"outcome\":\"delayed\"",
                "\"parties\":\"KG\"",
                """
                "patrol_type":"secret","outcome":"done","reason":"Rain","summary":"Tomorrow at dawn",
                "time_end":"2999-01-01T00:00:00Z","zone":"nowhere","uncertainty_m":100.5
                """,
                "/properties/patrol_type /properties/reason /properties/time_end /properties/uncertainty_m"
                        + " /properties/zone");
    }

    @Override
    public String toString() {
        return id;
    }
}
