-- Two claims on a line that runs along a meridian: at 20° east, and 0.02° (2226.390 m on the equator) farther east. West keeps
-- its side clear up to 10 km from the line in 2022. On the equator a distance to a meridian is a difference of longitudes.
INSERT INTO ceasefire.dataset (id, title, publisher, licence) VALUES
    ('stage-one', 'Map One', 'One', 'CC0-1.0'),
    ('stage-two', 'Map Two', 'Two', 'CC0-1.0');
INSERT INTO ceasefire.party (id, dataset_id, name, kind) VALUES ('west', 'stage-one', 'West', 'state'), ('east', 'stage-one', 'East', 'state');
INSERT INTO ceasefire.boundary_line (id, dataset_id, name, party_a_id, party_b_id) VALUES ('stage-line', 'stage-one', 'Line', 'east', 'west');
INSERT INTO ceasefire.alignment (id, dataset_id, boundary_line_id, status, geom) VALUES
    ('one', 'stage-one', 'stage-line', 'claimed', 'SRID=4326;MULTILINESTRING ((20 -1, 20 1))'),
    ('two', 'stage-two', 'stage-line', 'claimed', 'SRID=4326;MULTILINESTRING ((20.02 -1, 20.02 1))');
INSERT INTO ceasefire.territory (id, dataset_id, party_id, kind, name, geom) VALUES
    ('one-west', 'stage-one', 'west', 'country', 'West', 'SRID=4326;MULTIPOLYGON (((19 -1, 20 -1, 20 1, 19 1, 19 -1)))'),
    ('two-west', 'stage-two', 'west', 'country', 'West', 'SRID=4326;MULTIPOLYGON (((19 -1, 20.02 -1, 20.02 1, 19 1, 19 -1)))');
INSERT INTO ceasefire.agreement (id, dataset_id, name, kind) VALUES ('stage', 'stage-one', 'The agreement', 'withdrawal');
INSERT INTO ceasefire.agreement_party (agreement_id, party_id) VALUES ('stage', 'west'), ('stage', 'east');
INSERT INTO ceasefire.withdrawal_rule (id, dataset_id, agreement_id, party_id, boundary_line_id, distance_m, comparator, valid_from, valid_to) VALUES
    ('heavy', 'stage-one', 'stage', 'west', 'stage-line', 10000, '>=', '2022-01-01Z', '2022-12-31Z'),
    ('capped', 'stage-one', 'stage', 'west', 'stage-line', 10000, '>=', '2022-01-01Z', '2022-12-31Z'),
    ('farther', 'stage-one', 'stage', 'west', 'stage-line', 10000, '>', '2022-01-01Z', '2022-12-31Z');
INSERT INTO ceasefire.withdrawal_rule (id, dataset_id, agreement_id, party_id, boundary_line_id, distance_m, comparator, section) VALUES
    ('in-words', 'stage-one', 'stage', 'west', 'stage-line', 10000, '>=', 'Between the two hills');
INSERT INTO ceasefire.withdrawal_rule_class (rule_id, equipment_class_id, allowed) VALUES
    ('heavy', 'heavy_equipment', 0),
    ('capped', 'air_defence', 10),
    ('farther', 'mine_or_ied', 0),
    ('in-words', 'uav', 0);
INSERT INTO ceasefire.site (id, dataset_id, name, kind, geom) VALUES
    ('depot', 'stage-one', 'Depot', 'other', ST_SetSRID(ST_MakePoint(20 - 7000 / 111319.490793, 0), 4326));
INSERT INTO ceasefire.withdrawal_rule_exemption (id, rule_id, description, purpose, site_id, distance_m) VALUES
    ('evacuation', 'heavy', 'Evacuation of the wounded', 'medical_evacuation', NULL, NULL),
    ('at-the-depot', 'heavy', 'At the depot', NULL, 'depot', 1000);

-- A road along the equator, and a line along a meridian whose source draws no land: West is on its left.
INSERT INTO ceasefire.site (id, dataset_id, name, kind, geom) VALUES
    ('lane', 'stage-one', 'Lane', 'road', 'SRID=4326;LINESTRING (21 0, 21.2 0)');
INSERT INTO ceasefire.boundary_line (id, dataset_id, name, party_a_id, party_b_id) VALUES ('bare-line', 'stage-one', 'Bare', 'east', 'west');
INSERT INTO ceasefire.dataset (id, title, publisher, licence) VALUES ('stage-bare', 'Map without land', 'Three', 'CC0-1.0');
INSERT INTO ceasefire.alignment (id, dataset_id, boundary_line_id, status, left_party_id, geom) VALUES
    ('bare', 'stage-bare', 'bare-line', 'claimed', 'west', 'SRID=4326;MULTILINESTRING ((22 -0.5, 22 0.5))');
INSERT INTO ceasefire.withdrawal_rule
       (id, dataset_id, agreement_id, party_id, boundary_line_id, site_id, side, ends, distance_from_m, distance_m, comparator) VALUES
    ('lane', 'stage-one', 'stage', 'west', NULL, 'lane', 'both', 'flat', 0, 3000, '>='),
    ('lane-left', 'stage-one', 'stage', 'west', NULL, 'lane', 'left', 'flat', 0, 3000, '>='),
    ('lane-band', 'stage-one', 'stage', 'west', NULL, 'lane', 'both', 'flat', 3000, 5000, '>='),
    ('far-band', 'stage-one', 'stage', 'west', 'stage-line', NULL, 'own', 'round', 10000, 20000, '>='),
    ('bare', 'stage-one', 'stage', 'west', 'bare-line', NULL, 'own', 'round', 0, 10000, '>='),
    ('bare-other', 'stage-one', 'stage', 'west', 'bare-line', NULL, 'other', 'round', 0, 3000, '>=');
INSERT INTO ceasefire.withdrawal_rule_class (rule_id, equipment_class_id) VALUES
    ('lane', 'border_post'),
    ('lane-left', 'grenade'),
    ('lane-band', 'combat_aircraft'),
    ('far-band', 'anti_tank'),
    ('bare', 'heavy_machine_gun'),
    ('bare-other', 'patrol');
