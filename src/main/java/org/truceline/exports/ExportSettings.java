package org.truceline.exports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What files of whole layers may cost.
 *
 * @param space that all of them may take together
 * @param keptFor how long one is kept after it was last asked for
 * @param freshFor how long after it was made one of a layer without a revision is given to those who begin to read parts
 */
@ConfigurationProperties("truceline.exports")
record ExportSettings(
        @DefaultValue("4GB") DataSize space,
        @DefaultValue("60s") Duration keptFor,
        @DefaultValue("5s") Duration freshFor) {}
