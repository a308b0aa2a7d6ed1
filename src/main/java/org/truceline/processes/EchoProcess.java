package org.truceline.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives back what it is given: to try the interface, for people and for the conformance suite. */
@Component
@Order(EchoProcess.LAST)
class EchoProcess implements Computation {
    static final int LAST = 100;

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LIST = 1_000;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int TICKS_A_SECOND = 10;

    private static final Input<String> TEXT =
            Input.required(new Label("text", "Text", "Any text."), new TextType(LONGEST_TEXT), "\"hello\"");
    private static final Input<Double> NUMBER =
            Input.optional(new Label("number", "Number", "Any number."), new NumberType(-1e300, 1e300), "0.5");
    private static final Input<List<Long>> INTEGERS = Input.optional(
            new Label("integers", "Whole numbers", "A list of whole numbers."),
            new IntegersType(LONGEST_LIST),
            "[1, 2, 3]");
    private static final Input<BoundsType.Bounds> BOX = Input.optional(
            new Label("bbox", "Box", "A bounding box; it is not looked at."),
            new BoundsType(),
            "{\"bbox\": [70.4, 39.8, 70.7, 40.1]}");
    private static final Input<Integer> PAUSE = Input.withFallback(
            new Label("pause", "Pause", "Seconds to wait before the answer, to see what a long computation is like."),
            new IntegerType(0, LONGEST_PAUSE_SECONDS),
            0);

    private static final ProcessDescription DESCRIPTION = new ProcessDescription(
            new Label("echo", "Echo", "Gives back what it is given."),
            List.of(TEXT, NUMBER, INTEGERS, BOX, PAUSE),
            List.of(output(TEXT), output(NUMBER), output(INTEGERS), output(BOX), output(PAUSE)));

    private static Output output(Input<?> input) {
        return new Output(input.label(), input.schema(), input.equals(TEXT) ? Output.TEXT : Output.JSON);
    }

    @Override
    public ProcessDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<OutputValue> compute(Inputs inputs, Progress progress) {
        pause(inputs.get(PAUSE), progress);
        List<OutputValue> outputs = new ArrayList<>();
        for (int i = 0; i < DESCRIPTION.outputs().size(); i++) {
            Output output = DESCRIPTION.outputs().get(i);
            Optional<?> value = inputs.find(DESCRIPTION.inputs().get(i));
            value.ifPresent(given -> outputs.add(OutputValue.of(output, given)));
        }
        return outputs;
    }

    private static void pause(int seconds, Progress progress) {
        int ticks = seconds * TICKS_A_SECOND;
        try {
            for (int tick = 0; tick < ticks; tick++) {
                progress.reached(tick / (double) ticks);
                TimeUnit.MILLISECONDS.sleep(1000 / TICKS_A_SECOND);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The pause was cut short");
        }
    }
}
