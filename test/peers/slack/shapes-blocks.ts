import {
  anything,
  bool,
  list,
  mrkdwn,
  number,
  object,
  oneOf,
  plain,
  string,
  text,
  typed,
  url,
  type Rule,
  type Shape,
} from "./shapes.ts";

const SELECTS = ["static", "external", "users", "conversations", "channels"].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const PICKERS = ["datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"];
const image = typed("element", "image");
const cell = typed("element", "raw_text", "raw_number", "rich_text");
const series = list(
  object({
    required: {
      name: string("data_visualization.series_name"),
      data: list(
        object({ required: { label: string("data_visualization.point_label"), value: number() } }),
        "data_visualization.data",
      ),
    },
  }),
  "data_visualization.series",
);
const axes: Shape = {
  required: {
    series,
    axis_config: object({
      required: {
        categories: list(string("data_visualization.category_label"), "data_visualization.categories"),
      },
      optional: {
        x_label: string("data_visualization.axis_label"),
        y_label: string("data_visualization.axis_label"),
      },
    }),
  },
};

/** docs.slack.dev/reference/block-kit/blocks/data-visualization-block, "Chart-specific fields". */
export const CHARTS: Record<string, Shape> = {
  pie: {
    required: {
      segments: list(
        object({
          required: {
            label: string("data_visualization.segment.label"),
            value: number("data_visualization.segment.value"),
          },
        }),
        "data_visualization.segments",
      ),
    },
  },
  bar: axes,
  area: axes,
  line: axes,
};

const INSIDE_CONTAINER =
  "actions context divider file header image input rich_text section table video".split(" ");

const shapes: Record<string, Shape> = {
  actions: {
    required: {
      elements: list(
        typed("element", "button", "workflow_button", "overflow", "rich_text_input", ...SELECTS, ...PICKERS),
        "actions.elements",
      ),
    },
  },
  alert: {
    required: { text: text("alert.text") },
    optional: { level: oneOf("default", "info", "warning", "error", "success") },
  },
  card: {
    optional: {
      hero_image: image,
      icon: image,
      title: mrkdwn("card.title"),
      subtitle: mrkdwn("card.subtitle"),
      body: mrkdwn("card.body"),
      subtext: mrkdwn("card.subtext"),
      actions: list(typed("element", "button"), "card.actions"),
    },
  },
  carousel: { required: { elements: list(typed("block", "card"), "carousel.elements") } },
  container: {
    required: { child_blocks: list(typed("block", ...INSIDE_CONTAINER), "container.child_blocks") },
    optional: {
      title: plain("container.title"),
      rich_text_title: typed("block", "rich_text"),
      subtitle: text("container.subtitle"),
      width: oneOf("narrow", "standard", "wide", "full"),
      icon: image,
      is_collapsible: bool,
      default_collapsed: bool,
      has_header_divider: bool,
    },
  },
  context: {
    required: { elements: list(typed("element", "image", "plain_text", "mrkdwn"), "context.elements") },
  },
  context_actions: {
    required: {
      elements: list(typed("element", "feedback_buttons", "icon_button"), "context_actions.elements"),
    },
  },
  data_table: {
    required: {
      caption: string(),
      rows: list(list(cell, "data_table.columns"), "data_table.rows"),
    },
    optional: { page_size: number("data_table.page_size"), row_header_column_index: number() },
  },
  data_visualization: {
    required: {
      title: string("data_visualization.title"),
      chart: typed("chart", "pie", "bar", "area", "line"),
    },
  },
  divider: {},
  file: { required: { external_id: string(), source: oneOf("remote") } },
  header: { required: { text: plain("header.text") } },
  image: {
    required: { alt_text: string("image.alt_text") },
    optional: { image_url: url("image.image_url"), slack_file: anything, title: plain("image.alt_text") },
    oneOf: ["image_url", "slack_file"],
  },
  input: {
    required: {
      label: plain("input.label"),
      element: typed(
        "element",
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "rich_text_input",
        "file_input",
        ...SELECTS,
        ...PICKERS,
      ),
    },
    optional: { hint: plain("input.hint"), optional: bool, dispatch_action: bool },
  },
  markdown: { required: { text: string("markdown.text") } },
  plan: { required: { title: string() }, optional: { tasks: anything } },
  rich_text: {
    required: {
      elements: list(
        typed("rich", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"),
      ),
    },
  },
  section: {
    optional: {
      text: text("section.text"),
      fields: list(text("section.fields.item"), "section.fields"),
      accessory: typed("element", "button", "workflow_button", "overflow", "image", ...SELECTS, ...PICKERS),
      expand: bool,
    },
    oneOf: ["text", "fields"],
  },
  table: {
    required: { rows: list(list(cell, "table.columns"), "table.rows") },
    optional: { column_settings: anything },
  },
  task_card: {
    required: {
      task_id: string(),
      title: string(),
      status: oneOf("pending", "in_progress", "complete", "error"),
    },
    optional: {
      details: typed("block", "rich_text"),
      output: typed("block", "rich_text"),
      sources: list(typed("element", "url")),
    },
  },
  video: {
    required: {
      alt_text: string("video.alt_text"),
      title: plain("video.title"),
      thumbnail_url: url("image.image_url"),
      video_url: url("image.image_url"),
    },
    optional: {
      title_url: url("image.image_url"),
      author_name: string("video.author_name"),
      description: plain("video.description"),
      provider_name: string("video.provider_name"),
      provider_icon_url: url("image.image_url"),
    },
  },
};

const block_id: Rule = string("block_id");

/** docs.slack.dev/reference/block-kit/blocks: every block may carry a block_id. */
export const BLOCKS: Record<string, Shape> = Object.fromEntries(
  Object.entries(shapes).map(([type, shape]) => [
    type,
    { ...shape, optional: { ...shape.optional, block_id } },
  ]),
);
