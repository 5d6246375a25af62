import { describeKills } from "./kills.ts";

describeKills("slack");
